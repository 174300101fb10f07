// Gauges of the worker: the last to count is right, however many workers run.
export const figureNames = ['jobs', 'timers_due', 'timers_late_seconds', 'reaction_running'] as const;

export interface FigureTable {
  name: (typeof figureNames)[number];
  /** what is counted apart, like a job's state; empty: nothing is */
  label: string;
  value: number;
  updated_at: string;
}
