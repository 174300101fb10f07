// Events of no product, for this library's own tests.
import type { AppendContext, EventTypes } from '#event-store';

export interface TestEvents {
  NoteWritten: { readonly author: string; readonly text: string; readonly extra: unknown };
  Counted: { readonly n: number };
}

export const testTypes: EventTypes<TestEvents> = {
  schemaVersions: { NoteWritten: 2, Counted: 1 },
  personalFields: { NoteWritten: ['text', 'extra'], Counted: [] },
  // version 1 knew no author
  upcast: { NoteWritten: { 1: (data: object) => ({ author: 'unknown', ...data }) } },
};

export const testContext = (more: Partial<AppendContext> = {}): AppendContext => ({
  correlationId: 'correlation',
  causationId: 'causation',
  commandId: '6f1c8a52-0c5e-5c3e-9d0a-0d6f3f1b2a11',
  requestHash: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
  actor: { id: 'abe', role: 'agent', kind: 'user' },
  policyVersion: 3,
  occurredAt: '2026-01-02T03:04:05.678Z',
  origin: 'live',
  importedBy: null,
  keyId: null,
  ...more,
});
