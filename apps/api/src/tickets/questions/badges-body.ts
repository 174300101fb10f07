import type { View } from '#read-side';
import { AsOfBody } from '../answers.js';

/** One number for each view the role has; each equals its list's row count. */
export class BadgesBody implements Partial<Record<View, number>> {
  open?: number;
  waiting?: number;
  resolved?: number;
  closed?: number;
  all?: number;
  mine?: number;
  'my-groups'?: number;
  unassigned?: number;
  urgent?: number;
  'needs-response'?: number;
  reopened?: number;
  /** by status; those without tickets are absent */
  byStatus!: Record<string, number>;
  asOf!: AsOfBody;
}
