// A question that is not answered. The API gives every code its status.
export type QueryRefusalCode =
  'bad-cursor' | 'view-not-allowed' | 'badge-not-available' | 'wildcard-in-search' | 'unknown-field';

export class QueryRefusal extends Error {
  constructor(readonly code: QueryRefusalCode) {
    super(code);
    this.name = 'QueryRefusal';
  }
}
