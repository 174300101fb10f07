// Clients that discover a cluster find one member: this node, the leader.
import { randomUUID } from 'node:crypto';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import gossipPb, { type ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import sharedPb, { type Empty } from '@eventstore/db-client/generated/shared_pb.js';

export const gossip = (address: () => { host: string; port: number }) => {
  const instanceId = new sharedPb.UUID();
  instanceId.setString(randomUUID());
  return (_call: ServerUnaryCall<Empty, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    const { host, port } = address();
    const endPoint = new gossipPb.EndPoint();
    endPoint.setAddress(host);
    endPoint.setPort(port);
    const member = new gossipPb.MemberInfo();
    member.setInstanceId(instanceId);
    member.setState(gossipPb.MemberInfo.VNodeState.LEADER);
    member.setIsAlive(true);
    member.setTimeStamp(String(BigInt(Date.now()) * 10_000n));
    member.setHttpEndPoint(endPoint);
    const cluster = new gossipPb.ClusterInfo();
    cluster.addMembers(member);
    answer(null, cluster);
  };
};
