import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Ledger } from '#ledger';
import type { FigureTable, Projection } from '#read-side';
import type { WriteSideParts } from '#write-side';

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Figures of this process. Labels are templates, types and codes: never an id, never a text. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({
    name: 'ledgerdesk_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [this.registry],
  });
  readonly #commands = new Histogram({
    name: 'ledgerdesk_command_seconds',
    help: 'Time to judge and store a command',
    labelNames: ['type', 'outcome'],
    buckets,
    registers: [this.registry],
  });
  readonly #conflicts = new Counter({
    name: 'ledgerdesk_command_conflicts_total',
    help: 'Appends another writer was faster with',
    labelNames: ['type'],
    registers: [this.registry],
  });
  readonly #appends = new Histogram({
    name: 'ledgerdesk_append_seconds',
    help: 'Time of one append to the event log, by kind of stream',
    labelNames: ['stream', 'outcome'],
    buckets,
    registers: [this.registry],
  });
  readonly #refusalsLost = new Counter({
    name: 'ledgerdesk_refusals_lost_total',
    help: 'Refused commands that could not be noted for security review',
    registers: [this.registry],
  });
  readonly #limited = new Counter({
    name: 'ledgerdesk_requests_limited_total',
    help: 'Requests refused because a caller had too many in a minute, by limit',
    labelNames: ['limit'],
    registers: [this.registry],
  });
  readonly #countedAlone = new Counter({
    name: 'ledgerdesk_limits_store_failures_total',
    help: 'Times the counts that all processes share did not answer, and this one counted by itself',
    registers: [this.registry],
  });
  readonly #streams = new Gauge({
    name: 'ledgerdesk_streams_open',
    help: 'Event streams of browsers and programs that are open',
    registers: [this.registry],
  });
  readonly #lag = new Gauge({
    name: 'ledgerdesk_projection_lag_seconds',
    help: 'Age of what a read model shows',
    labelNames: ['projection'],
    registers: [this.registry],
  });

  readonly #running = new Gauge({
    name: 'ledgerdesk_projection_running',
    help: '1 while a read model follows the log, 0 while it is halted or silent',
    labelNames: ['projection'],
    registers: [this.registry],
  });
  readonly #rebuilds = new Gauge({
    name: 'ledgerdesk_projection_rebuild_ratio',
    help: 'How far the rebuild of a read model is, 0 to 1; no sample: there is none',
    labelNames: ['projection'],
    registers: [this.registry],
  });
  readonly #jobs = new Gauge({
    name: 'ledgerdesk_jobs',
    help: 'Jobs in the queue, by state; failed ones are parked until they are retried',
    labelNames: ['state'],
    registers: [this.registry],
  });
  readonly #timersDue = new Gauge({
    name: 'ledgerdesk_timers_due',
    help: 'Auto-close timers past their deadline that have not closed their ticket',
    registers: [this.registry],
  });
  readonly #timersLate = new Gauge({
    name: 'ledgerdesk_timers_late_seconds',
    help: 'How long the first of them is past its deadline',
    registers: [this.registry],
  });
  readonly #reactions = new Gauge({
    name: 'ledgerdesk_reaction_running',
    help: '1 while a reaction of the worker follows the log, 0 while it stands still',
    labelNames: ['reaction'],
    registers: [this.registry],
  });
  readonly #figuresAge = new Gauge({
    name: 'ledgerdesk_worker_figures_age_seconds',
    help: 'When a worker last counted jobs and timers; no sample: none has',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    for (const gauge of [this.#timersDue, this.#timersLate, this.#figuresAge]) gauge.remove(); // not 0, but not known
  }

  readonly onCommand: NonNullable<WriteSideParts['onCommand']> = ({ type, outcome, seconds, conflicts }) => {
    this.#commands.observe({ type, outcome }, seconds);
    if (conflicts > 0) this.#conflicts.inc({ type }, conflicts);
  };

  readonly onRefusalsLost = (times: number): void => this.#refusalsLost.inc(times);
  readonly onLimited = (limit: string): void => this.#limited.inc({ limit });
  readonly onCountedAlone = (): void => this.#countedAlone.inc();
  readonly onStreams = (open: number): void => this.#streams.set(open);

  /** As they stand at this moment, whichever processes are at work on them. */
  tellProjections(projections: readonly Projection[]): void {
    this.#rebuilds.reset();
    for (const { name: projection, lagMs, halted, silent, progress } of projections) {
      if (lagMs !== null) this.#lag.set({ projection }, lagMs / 1000);
      this.#running.set({ projection }, halted === null && !silent ? 1 : 0);
      if (progress !== null) this.#rebuilds.set({ projection }, progress);
    }
  }

  /** What a worker has counted. */
  tellFigures(figures: readonly FigureTable[], now: number): void {
    for (const { name, label, value } of figures) {
      if (name === 'jobs') this.#jobs.set({ state: label }, value);
      else if (name === 'reaction_running') this.#reactions.set({ reaction: label }, value);
      else if (name === 'timers_due') this.#timersDue.set(value);
      else this.#timersLate.set(value);
    }
    const last = Math.max(...figures.map(({ updated_at }) => Date.parse(updated_at)));
    if (figures.length > 0) this.#figuresAge.set(Math.max(0, now - last) / 1000);
  }

  /** The same log, with its appends on the clock. */
  measureAppends(ledger: Ledger): Ledger {
    return {
      ...ledger,
      append: async (stream, append) => {
        const told = (outcome: string) =>
          this.#appends.observe({ stream: stream.slice(0, stream.indexOf('-')), outcome }, seconds());
        const seconds = secondsSince(performance.now());
        try {
          const appended = await ledger.append(stream, append);
          told('stored');
          return appended;
        } catch (error) {
          told(error instanceof Error ? error.constructor.name : 'unknown');
          throw error;
        }
      },
    };
  }

  measureRequests(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
      this.#requests.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }
}

const secondsSince = (started: number) => (): number => (performance.now() - started) / 1000;
