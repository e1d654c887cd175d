/** Server reflection from the descriptors that `buf build` made of wijk.v1, for grpcurl and the like. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as grpc from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import protobuf from 'protobufjs/minimal.js';
import { PROTO_GEN } from '../../paths.js';

/** FileDescriptorSet.file */
const FILE = 1;

export function addReflection(server: grpc.Server, services: readonly string[]): void {
  const reader = protobuf.Reader.create(readFileSync(join(PROTO_GEN, 'image.binpb')));
  const fileDescriptorProtos: Buffer[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === FILE) fileDescriptorProtos.push(Buffer.from(reader.bytes()));
    else reader.skipType(tag & 7);
  }
  // The service reads nothing of a package definition but its descriptors.
  const definition = { wijk: { fileDescriptorProtos } } as unknown as ConstructorParameters<
    typeof ReflectionService
  >[0];
  new ReflectionService(definition, { services: [...services] }).addToServer(server);
}
