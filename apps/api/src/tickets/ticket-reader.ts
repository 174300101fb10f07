// Reads what belongs to one ticket. Hidden is missing: both cost a second look, once the read models have caught up with
// the log, and answer the same.
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '#access';
import {
  GetReply,
  GetTicket,
  TicketLinks,
  TicketThread,
  type Page,
  type ReplyAnswer,
  type ThreadEntry,
  type ThreadParams,
  type TicketAnswer,
  type TicketLinksAnswer,
} from '#read-side';
import { PolicyBook } from '#write-side';
import { Freshness } from '../http/freshness.js';
import { Problem, ticketNotFound } from '../http/problem.js';

const whole = ['ticket-list', 'ticket-links'];
const thread = ['ticket-list', 'ticket-thread'];

@Injectable()
export class TicketReader {
  constructor(
    private readonly queries: QueryBus,
    private readonly policies: PolicyBook,
    private readonly freshness: Freshness,
  ) {}

  async ticket(by: Actor, key: string, after: string | undefined): Promise<TicketAnswer> {
    const policy = await this.policies.get(by.tenant);
    return this.#found(whole, after, () => this.queries.execute(new GetTicket(by, key, policy)));
  }

  links(by: Actor, key: string, after: string | undefined): Promise<TicketLinksAnswer> {
    return this.#found(whole, after, () => this.queries.execute(new TicketLinks(by, key)));
  }

  thread(by: Actor, key: string, after: string | undefined, params: ThreadParams): Promise<Page<ThreadEntry>> {
    return this.#found(thread, after, () => this.queries.execute(new TicketThread(by, key, params)));
  }

  async reply(
    by: Actor,
    key: string,
    after: string | undefined,
    id: string,
  ): Promise<NonNullable<ReplyAnswer['reply']>> {
    const { reply } = await this.#found(thread, after, () => this.queries.execute(new GetReply(by, key, id)));
    if (!reply) throw new Problem(404, 'reply-not-found', 'There is no such reply.');
    return reply;
  }

  async #found<T>(models: readonly string[], after: string | undefined, ask: () => Promise<T | null>): Promise<T> {
    await this.freshness.reach(models, after);
    const answer = (await ask()) ?? ((await this.freshness.current(models)) ? await ask() : null);
    if (answer === null) throw ticketNotFound();
    return answer;
  }
}
