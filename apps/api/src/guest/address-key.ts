import { digestOf } from '../limits/counters.js';

export class AddressSecret {
  constructor(readonly bytes: Uint8Array) {}
}

/** Stands for an e-mail address, in any letter case, where the address itself must not be written down. */
export const addressKey = ({ bytes }: AddressSecret, email: string): string =>
  `e-mail ${digestOf(bytes, email.trim().toLowerCase())}`;
