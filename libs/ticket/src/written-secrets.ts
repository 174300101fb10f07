// Where a command carries what somebody wrote for others to read.
import type { Command } from './command.js';
import { Rejection } from './rejection.js';
import { findSecrets, type Finding } from './secrets.js';

const texts = ['subject', 'description', 'body', 'comment'] as const;

export interface WrittenSecret extends Finding {
  readonly field: (typeof texts)[number];
}

export const writtenSecrets = ({ data }: { readonly data: object }): WrittenSecret[] =>
  texts.flatMap((field) => {
    const text = (data as Readonly<Record<string, unknown>>)[field];
    return typeof text === 'string' ? findSecrets(text).map((finding) => ({ ...finding, field })) : [];
  });

/** @throws Rejection `secret-in-text` where the policy refuses such texts */
export function refuseSecrets({ policy, data }: Pick<Command<string, object>, 'policy' | 'data'>): void {
  if (policy.onSecrets !== 'refuse') return;
  const [first] = writtenSecrets({ data });
  if (first) throw new Rejection('secret-in-text', `holds what looks like a ${first.kind}`, first.field);
}
