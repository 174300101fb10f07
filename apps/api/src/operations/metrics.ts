import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
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
  readonly #lag = new Gauge({
    name: 'ledgerdesk_projection_lag_seconds',
    help: 'Age of what a read model shows',
    labelNames: ['projection'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  readonly onCommand: NonNullable<WriteSideParts['onCommand']> = ({ type, outcome, seconds, conflicts }) => {
    this.#commands.observe({ type, outcome }, seconds);
    if (conflicts > 0) this.#conflicts.inc({ type }, conflicts);
  };

  lag(projection: string, ms: number): void {
    this.#lag.set({ projection }, ms / 1000);
  }

  measureRequests(server: FastifyInstance): void {
    server.addHook('onResponse', (request, reply, done) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
      this.#requests.observe(labels, reply.elapsedTime / 1000);
      done();
    });
  }
}
