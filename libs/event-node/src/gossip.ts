// Clients that discover a cluster find one member: this node, the leader, at the address they asked.
import { randomUUID } from 'node:crypto';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import gossipPb, { type ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import sharedPb, { type Empty } from '@eventstore/db-client/generated/shared_pb.js';

const instanceId = new sharedPb.UUID().setString(randomUUID());

export function gossip(call: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void {
  const [, host = '', port] = /^(.*):(\d+)$/.exec(call.getHost()) ?? [];
  const { EndPoint, MemberInfo, ClusterInfo } = gossipPb;
  const member = new MemberInfo()
    .setInstanceId(instanceId)
    .setState(MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
    .setHttpEndPoint(new EndPoint().setAddress(host).setPort(Number(port)));
  answer(null, new ClusterInfo().setMembersList([member]));
}
