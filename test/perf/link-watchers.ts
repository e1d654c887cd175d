/** Twenty clients that watch every frame of a twin, in a process of their own: `link-watchers.js ADDRESS COUNT`. */
import * as grpc from '@grpc/grpc-js';
import { createTwinServiceClient } from '#proto/services.js';

const [address = '', count = '20'] = process.argv.slice(2);
let frames = 0;
for (let k = 0; k < Number(count); k++) {
  const twin = createTwinServiceClient(address, grpc.credentials.createInsecure());
  const stream = twin.watch({ watcherName: `perf ${k + 1}` });
  stream.on('data', () => {
    frames++;
    if (frames === Number(count)) process.stdout.write('{"watching":true}\n');
  });
  stream.on('error', () => process.exit(0)); // the twin ended
}
