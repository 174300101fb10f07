// Notes commands that were refused, for security review: who tried what, and how often; never what they wrote. An answer
// never waits for it, nor fails with it. What cannot be kept is counted.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Actor } from '#access';
import { addRefusals, trimRefusals, type Database, type NewRefusal } from '#read-side';
import { networkOf } from '../limits/address.js';
import { digestOf } from '../limits/counters.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** the code that was answered instead of what was asked for */
    refused: string | null;
  }
  interface FastifyContextConfig {
    /** a question, though its method is a command's */
    asks?: boolean;
  }
}

const meant: ReadonlySet<number> = new Set([403, 404, 409, 412, 422, 429]);
const questions: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const flushMs = 1_000;
const minuteMs = 60_000;
/** Rows that wait to be written. */
const mostWaiting = 5_000;
/** So many refusals of one user in a minute are told one by one; the rest of the minute by command and code. */
const toldApart = 60;
const kept = { days: 90, most: 100_000 };
const trimMs = 10 * minuteMs;

interface Noted extends NewRefusal {
  until: string;
  times: number;
}
interface Waiting {
  readonly tenant: string;
  readonly refusal: Noted;
  /** not before, by this process's clock */
  readonly dueAt: number;
}

export interface RefusedCommandsParts {
  readonly database: Database;
  readonly digestSecret: Uint8Array;
  readonly log: Logger;
  readonly onLost: (times: number) => void;
}

export class RefusedCommands {
  #waiting = new Map<string, Waiting>();
  #told = new Map<string, number>();
  #minuteEndsAt = 0;
  readonly #trimmedAt = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;
  #flushing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: RefusedCommandsParts) {
    this.#timer = setInterval(() => void this.#flush(performance.now()), flushMs).unref();
  }

  /** Notes what is answered to requests that were commands. */
  watch(server: FastifyInstance): void {
    server.decorateRequest('refused', null);
    server.addHook('onResponse', (request, reply, done) => {
      const { caller, refused, routeOptions } = request;
      const isCommand = !questions.has(request.method) && !routeOptions.config.asks && !request.is404;
      if (isCommand && caller && refused !== null && meant.has(reply.statusCode)) {
        this.note(caller.actor, request, { status: reply.statusCode, code: refused, ticket: ticketIn(request) });
      }
      done();
    });
    server.addHook('onClose', () => this.#close());
  }

  /** `action`: which of several commands in one request. */
  note(
    by: Actor,
    request: FastifyRequest,
    { status, code, ticket, action }: { status: number; code: string; ticket: string | null; action?: string },
  ): void {
    const now = performance.now();
    if (now >= this.#minuteEndsAt) {
      this.#minuteEndsAt = now + minuteMs;
      this.#told = new Map();
    }
    const who = `${by.tenant}/${by.id}`;
    const before = this.#told.get(who) ?? 0;
    this.#told.set(who, before + 1);
    const apart = before < toldApart;
    const { method, routeOptions, id: correlationId } = request;
    const command = [method, (routeOptions.url ?? '').replaceAll(/:(\w+)/g, '{$1}'), action].filter(Boolean).join(' ');
    const address = digestOf(this.parts.digestSecret, networkOf(request.ip));
    const told = apart ? ticket : null;
    const key = JSON.stringify([who, command, status, code, told, address, apart]);
    const at = new Date().toISOString();
    const same = this.#waiting.get(key);
    if (same) {
      same.refusal.times += 1;
      same.refusal.until = at;
    } else if (this.#waiting.size >= mostWaiting) {
      this.parts.onLost(1);
    } else {
      const refusal = {
        at,
        until: at,
        times: 1,
        actorId: by.id,
        role: by.role,
        command,
        ticket: told,
        status,
        code,
        correlationId,
        address,
      };
      this.#waiting.set(key, { tenant: by.tenant, refusal, dueAt: apart ? now : this.#minuteEndsAt });
    }
  }

  #flush(now: number): Promise<void> {
    this.#flushing = this.#flushing.then(async () => {
      const due = [...this.#waiting].filter(([, { dueAt }]) => dueAt <= now);
      for (const [key] of due) this.#waiting.delete(key);
      for (const tenant of new Set(due.map(([, entry]) => entry.tenant))) {
        await this.#write(
          tenant,
          due.filter(([, entry]) => entry.tenant === tenant),
        );
      }
    });
    return this.#flushing;
  }

  async #write(tenant: string, entries: readonly [string, Waiting][]): Promise<void> {
    const refusals = entries.map(([, { refusal }]) => refusal);
    try {
      await this.parts.database.inTenant(tenant, async (tx) => {
        await addRefusals(tx, tenant, refusals);
        const now = performance.now();
        if (now - (this.#trimmedAt.get(tenant) ?? -Infinity) < trimMs) return;
        this.#trimmedAt.set(tenant, now);
        await trimRefusals(tx, tenant, kept);
      });
    } catch (error) {
      this.parts.log.warn({ err: error, tenant }, 'refused commands could not be noted yet');
      for (const [key, entry] of entries) {
        // Another time, unless so many wait already, or the same has been noted again meanwhile.
        const free = this.#waiting.size < mostWaiting && !this.#waiting.has(key);
        if (free) this.#waiting.set(key, entry);
        else this.parts.onLost(entry.refusal.times);
      }
    }
  }

  /** Writes what waits; what cannot be written now is lost. */
  async #close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#flush(Infinity);
    for (const { refusal } of this.#waiting.values()) this.parts.onLost(refusal.times);
  }
}

/** As the path names it; whether there is such a ticket in the tenant is looked up when it is written. */
function ticketIn({ params, routeOptions: { url = '' } }: FastifyRequest): string | null {
  const { id } = params as { id?: string };
  return id !== undefined && /tickets\/:id/.test(url) && id.length <= 100 && !id.includes('\0') ? id : null;
}
