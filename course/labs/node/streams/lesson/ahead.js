import { once } from 'node:events';
import { Writable } from 'node:stream';

const slow = () =>
  new Writable({ highWaterMark: 3, write: (chunk, encoding, done) => setImmediate(done) });

const hasty = slow();
for (let i = 0; i < 1000; i++) hasty.write('x');
console.log('waiting in memory:', hasty.writableLength);

const polite = slow();
let most = 0;
for (let i = 0; i < 1000; i++) {
  if (!polite.write('x')) await once(polite, 'drain');
  most = Math.max(most, polite.writableLength);
}
console.log('waiting in memory, at most:', most);
