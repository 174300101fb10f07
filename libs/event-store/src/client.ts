// The client with a wider window: it asks for 64 KiB at a time, some fifty events, and then both sides wait for each other.
import { EventStoreDBClient } from '@eventstore/db-client';
import { Channel, type ChannelCredentials, type ChannelOptions } from '@grpc/grpc-js';

/** Bytes a reader may be sent ahead, on each connection. */
const windowBytes = 256 * 1024;

/** What client and channel keep to themselves; both are pinned, and the contract suite reads through it. */
interface Insides {
  createChannel: () => Promise<Channel>;
}
interface ChannelInsides {
  readonly internalChannel: { readonly credentials: ChannelCredentials; readonly options: ChannelOptions };
}

/** @param url `esdb://…`, all that the client takes */
export function connectClient(url: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  const insides = client as unknown as Insides;
  const { createChannel } = insides;
  insides.createChannel = async () => {
    const channel = await createChannel();
    const { credentials, options } = (channel as unknown as ChannelInsides).internalChannel;
    channel.close();
    return new Channel(channel.getTarget(), credentials, {
      ...options,
      'grpc-node.flow_control_window': windowBytes,
    });
  };
  return client;
}
