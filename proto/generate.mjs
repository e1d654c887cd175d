#!/usr/bin/env node
/**
 * Generates proto/gen from proto/wijk/v1/*.proto. What it writes is committed and never edited; CI runs it again and
 * wants no difference.
 *
 *   wijk.js, wijk.d.ts        messages as static code (protobufjs)
 *   services.js, services.d.ts  one grpc-js service definition per service, typed
 *   image.binpb               descriptors, from which the servers answer reflection
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const bin = (name) => join(root, 'node_modules', '.bin', name);
/** Another folder than proto/gen may be named: the test that compares writes there. */
const gen = resolve(process.argv[2] ?? join(here, 'gen'));
const sources = readdirSync(join(here, 'wijk', 'v1'))
  .filter((name) => name.endsWith('.proto'))
  .sort()
  .map((name) => join('wijk', 'v1', name));
const run = (command, args) => execFileSync(command, args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });

mkdirSync(gen, { recursive: true });
run(bin('buf'), ['lint']);
run(bin('buf'), ['build', '-o', join(gen, 'image.binpb'), '--exclude-source-info']);
const wijkJs = join(gen, 'wijk.js');
const pbjs = (...more) =>
  run(bin('pbjs'), [
    '-t',
    'static-module',
    '-w',
    'es6',
    '--es6',
    '--force-number',
    '--no-verify',
    '--no-convert',
    '--no-delimited',
    '--no-service',
    ...more,
    '-p',
    '.',
    '-o',
    wijkJs,
    ...sources,
  ]);
// pbts reads the types from comments; the code itself is written a second time without them.
pbjs();
run(bin('pbts'), ['-o', join(gen, 'wijk.d.ts'), wijkJs]);
pbjs('--no-comments');
const importLine = /import [^\n]*\$protobuf from "protobufjs\/minimal(\.js)?";/;
const code = readFileSync(wijkJs, 'utf8');
if (!importLine.test(code)) throw new Error('pbjs writes another import of protobufjs than this script knows');
// Microseconds and counters stay below 2^53: 64-bit integers are plain numbers, not Long objects.
writeFileSync(
  wijkJs,
  code.replace(
    importLine,
    'import $protobuf from "protobufjs/minimal.js";\n$protobuf.util.Long = null;\n$protobuf.configure();',
  ),
);
const types = readFileSync(join(gen, 'wijk.d.ts'), 'utf8')
  // 64-bit integers are numbers here (--force-number): microseconds and counters stay below 2^53.
  .replaceAll(/\(number\|Long\)/g, 'number')
  .replaceAll(/import Long = require\("long"\);\n/g, '')
  .replaceAll(/import type Long = require\("long"\);\n/g, '')
  .replaceAll(/import \* as \$protobuf from "protobufjs";/g, 'import type * as $protobuf from "protobufjs";');
writeFileSync(join(gen, 'wijk.d.ts'), types);

const parsed = new protobuf.Root();
parsed.resolvePath = (_origin, target) => join(here, target.replace(`${here}/`, ''));
parsed.loadSync(
  sources.map((s) => s),
  { keepCase: false },
);
const services = parsed
  .lookup('wijk.v1')
  .nestedArray.filter((n) => n instanceof protobuf.Service)
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const lower = (name) => name[0].toLowerCase() + name.slice(1);
const js = [
  '/* Generated from proto/wijk/v1 by `npm run proto`. Do not edit. */',
  "import { wijk } from './wijk.js';",
  '',
  'const method = (path, requestStream, responseStream, Request, Response) => ({',
  '  path, requestStream, responseStream,',
  '  requestSerialize: (value) => Buffer.from(Request.encode(value).finish()),',
  '  requestDeserialize: (bytes) => Request.decode(bytes),',
  '  // A server that has encoded a message already (one frame for many watchers) passes the bytes on.',
  '  responseSerialize: (value) => (Buffer.isBuffer(value) ? value : Buffer.from(Response.encode(value).finish())),',
  '  responseDeserialize: (bytes) => Response.decode(bytes),',
  '});',
  '',
];
const dts = [
  '/* Generated from proto/wijk/v1 by `npm run proto`. Do not edit. */',
  "import type * as grpc from '@grpc/grpc-js';",
  "import type { wijk } from './wijk.js';",
  '',
];
for (const service of services) {
  js.push(`export const ${service.name}Definition = {`);
  dts.push(`export interface ${service.name}Handlers extends grpc.UntypedServiceImplementation {`);
  const client = [];
  const rows = [];
  for (const m of service.methodsArray) {
    const request = m.resolve().resolvedRequestType.name;
    const response = m.resolvedResponseType.name;
    const name = lower(m.name);
    js.push(
      `  ${name}: method('/wijk.v1.${service.name}/${m.name}', ${!!m.requestStream}, ${!!m.responseStream}, wijk.v1.${request}, wijk.v1.${response}),`,
    );
    const Q = `wijk.v1.${request}`;
    const R = `wijk.v1.${response}`;
    const IQ = `wijk.v1.I${request}`;
    const IR = `wijk.v1.I${response}`;
    const kind = m.requestStream
      ? m.responseStream
        ? 'Bidi'
        : 'ClientStream'
      : m.responseStream
        ? 'ServerStream'
        : 'Unary';
    if (kind === 'Unary') {
      dts.push(`  ${name}: grpc.handleUnaryCall<${Q}, ${IR}>;`);
      client.push(
        `  ${name}(request: ${IQ}, callback: grpc.requestCallback<${R}>): grpc.ClientUnaryCall;`,
        `  ${name}(request: ${IQ}, options: grpc.CallOptions, callback: grpc.requestCallback<${R}>): grpc.ClientUnaryCall;`,
      );
    } else if (kind === 'ServerStream') {
      dts.push(`  ${name}: grpc.handleServerStreamingCall<${Q}, ${IR} | Buffer>;`);
      client.push(`  ${name}(request: ${IQ}, options?: grpc.CallOptions): grpc.ClientReadableStream<${R}>;`);
    } else if (kind === 'Bidi') {
      dts.push(`  ${name}: grpc.handleBidiStreamingCall<${Q}, ${IR} | Buffer>;`);
      client.push(`  ${name}(options?: grpc.CallOptions): grpc.ClientDuplexStream<${IQ}, ${R}>;`);
    } else throw new Error(`${service.name}.${m.name}: client streaming is not used in wijk.v1`);
    rows.push(`  readonly ${name}: grpc.MethodDefinition<${IQ}, ${R}> & grpc.MethodDefinition<${Q}, ${IR} | Buffer>;`);
  }
  js.push('};', '');
  dts.push('}', `export interface ${service.name}Client extends grpc.Client {`, ...client, '}');
  dts.push(`export declare const ${service.name}Definition: grpc.ServiceDefinition;`, '');
}
js.push("import * as grpc from '@grpc/grpc-js';");
for (const s of services) {
  const clientName = `${s.name}Client`;
  js.push(
    `export const create${clientName} = (address, credentials = grpc.credentials.createInsecure(), options = {}) => new (grpc.makeGenericClientConstructor(${s.name}Definition, 'wijk.v1.${s.name}'))(address, credentials, options);`,
  );
  dts.push(
    `export declare function create${clientName}(address: string, credentials?: grpc.ChannelCredentials, options?: grpc.ClientOptions): ${clientName};`,
  );
}
const lines = js.filter((l) => !l.startsWith('import * as grpc'));
lines.splice(1, 0, "import * as grpc from '@grpc/grpc-js';");
writeFileSync(join(gen, 'services.js'), `${lines.join('\n')}\n`);
writeFileSync(join(gen, 'services.d.ts'), `${dts.join('\n')}\n`);
