// One JSON line per fact. Never what people wrote, nor an error's parameters: PostgreSQL puts values into them.
import { pino, type Logger } from 'pino';

export const errorForLog = (error: unknown): unknown => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  return { name, message, stack, code: 'code' in error ? error.code : undefined };
};

export const createLog = (level = 'info'): Logger => pino({ level, name: 'worker', serializers: { err: errorForLog } });
