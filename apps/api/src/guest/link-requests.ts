// Looks up whether an e-mail address and a number belong together, when whoever asked has their answer already. What is
// lost with the process is asked for again.
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { v5 } from 'uuid';
import { DATABASE, guestTicketNumbered, type Database } from '#read-side';
import { Rejection } from '#ticket';
import { ActOnTicket } from '#write-side';
import { Freshness } from '../http/freshness.js';
import { guestOf, type Visit } from './guest-gate.js';

/** By then the answer is gone, and nobody can tell which of the next ones the work slows down. */
const latestMs = 500;

export const LOG = Symbol('Log');

export interface LinkRequest {
  readonly visit: Visit;
  readonly email: string;
  readonly number: string;
  readonly linkId: string;
  readonly correlationId: string;
}

@Injectable()
export class LinkRequests implements OnModuleDestroy {
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly commands: CommandBus,
    @Inject(DATABASE) private readonly database: Database,
    private readonly freshness: Freshness,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  take(request: LinkRequest): void {
    const work = sleep(Math.random() * latestMs)
      .then(() => this.#issue(request))
      .catch((error: unknown) => {
        if (error instanceof Rejection) return;
        this.log.error({ correlationId: request.correlationId, err: error }, 'a guest was not given a link');
      });
    this.#underWay.add(work);
    void work.then(() => this.#underWay.delete(work));
  }

  /** Everything taken so far is done when it returns. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  async #issue({ visit, email, number, linkId, correlationId }: LinkRequest): Promise<void> {
    const ticketId = await this.#find(visit.tenant, number);
    if (ticketId === null) return;
    await this.commands.execute(
      new ActOnTicket({
        ticketId,
        command: { type: 'IssueGuestLink', data: { linkId, email } },
        by: guestOf(visit, ticketId),
        commandId: v5('issue', linkId),
        requestHash: '',
        correlationId,
      }),
    );
  }

  /** Once more when the list has caught up: the ticket may be seconds old. */
  async #find(tenant: string, number: string): Promise<string | null> {
    const find = () => this.database.inTenant(tenant, (tx) => guestTicketNumbered(tx, tenant, number));
    const known = await find();
    if (known !== null || !(await this.freshness.current(['ticket-list']))) return known;
    return find();
  }
}
