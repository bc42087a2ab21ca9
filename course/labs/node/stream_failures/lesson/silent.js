import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const silent = new Readable({ read() {} });
const destination = new Writable({ write: (chunk, encoding, done) => done() });

const controller = new AbortController();
setImmediate(() => controller.abort());
try {
  await pipeline(silent, destination, { signal: controller.signal });
} catch (error) {
  console.log(error.name, silent.destroyed, destination.destroyed);
}
