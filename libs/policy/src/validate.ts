export interface PolicyProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
export const validatePolicy = (_document: unknown): PolicyProblem[] => [];
