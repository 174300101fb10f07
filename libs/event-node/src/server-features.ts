// What the node can do, as clients ask it: names in lower case. Everything not listed is UNIMPLEMENTED.
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import serverFeaturesPb, { type SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';

/** The EventStoreDB version whose behaviour the node follows. */
const VERSION = '23.10.0';

const METHODS: readonly [service: string, method: string, ...features: string[]][] = [
  ['event_store.client.streams.streams', 'read', 'position', 'events'],
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'batchappend', 'deadline_duration'],
  ['event_store.client.streams.streams', 'delete'],
  ['event_store.client.streams.streams', 'tombstone'],
  ['event_store.client.gossip.gossip', 'read'],
  ['event_store.client.server_features.serverfeatures', 'getsupportedmethods'],
];

export function getSupportedMethods(
  _call: ServerUnaryCall<Empty, SupportedMethods>,
  answer: sendUnaryData<SupportedMethods>,
): void {
  const { SupportedMethod, SupportedMethods } = serverFeaturesPb;
  const methods = METHODS.map(([service, method, ...features]) =>
    new SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(features),
  );
  answer(null, new SupportedMethods().setEventStoreServerVersion(VERSION).setMethodsList(methods));
}
