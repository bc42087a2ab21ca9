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
  const goOn = polite.write('x');
  most = Math.max(most, polite.writableLength);
  if (!goOn) await once(polite, 'drain');
}
console.log('waiting in memory, at most:', most);
