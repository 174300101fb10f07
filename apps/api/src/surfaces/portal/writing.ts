import { Injectable } from '@nestjs/common';
import type { Receipt } from '#write-side';
import type { Asked } from '../../tickets/asked.js';
import { TicketReader } from '../../tickets/ticket-reader.js';
import { Shown } from '../shown.js';
import { statusOf, toPortal, type PortalStatus, type PortalTicketBody } from './words.js';

type Written = Partial<PortalTicketBody> & { id: string; reference: string; status: PortalStatus };

@Injectable()
export class PortalWriting {
  constructor(
    private readonly reader: TicketReader,
    private readonly shown: Shown,
  ) {}

  /** The ticket as its caller sees it after the command; as much of it as the receipt knows where that cannot be read. */
  async told({ by }: Asked, receipt: Receipt): Promise<Written> {
    const read = await this.shown.after(receipt, () => this.reader.ticket(by, receipt.id, undefined));
    return read ? toPortal(read, by) : { id: receipt.id, reference: receipt.number, status: statusOf(receipt.state) };
  }
}
