// The policy in force, and how another one differs from it.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Json, PolicyDocument, TicketPolicy } from '#policy';
import { api, ask, type Schemas } from '../../api/client';
import type { Patch } from './policy-patch';

export type Preview = Schemas['PolicyPreviewBody'];

/** The contract says of the document's parts that they are objects; their shapes are the policy's own. */
const asPolicy = (body: unknown): TicketPolicy => body as TicketPolicy;

export const policyQuery = queryOptions({
  queryKey: ['admin', 'policy'],
  queryFn: async ({ signal }) => asPolicy(await ask(api.GET('/v1/policy', { signal }))),
});
/** An earlier version never changes. */
export const versionQuery = (version: number) =>
  queryOptions({
    queryKey: ['admin', 'policy', version],
    queryFn: async ({ signal }) =>
      asPolicy(await ask(api.GET('/v1/policy', { params: { query: { version: String(version) } }, signal }))),
    staleTime: Infinity,
  });

export const usePolicy = (): TicketPolicy => useSuspenseQuery(policyQuery).data;

export const documentOf = ({ version: _version, ...document }: TicketPolicy): PolicyDocument => document;

export async function publish(patch: Patch, version: number): Promise<TicketPolicy> {
  const header = { 'If-Match': `"${version}"` };
  return asPolicy(await ask(api.PATCH('/v1/policy', { params: { header }, body: patch })));
}

export const preview = (patch: Patch): Promise<Preview> => ask(api.POST('/v1/policy/preview', { body: patch }));

export async function applyPreset(name: Schemas['PresetBody']['name'], version: number): Promise<TicketPolicy> {
  const header = { 'If-Match': `"${version}"` };
  return asPolicy(await ask(api.POST('/v1/policy/preset', { params: { header }, body: { name } })));
}

export const asJson = (document: PolicyDocument): Json => document as unknown as Json;
