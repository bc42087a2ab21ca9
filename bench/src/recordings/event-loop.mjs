// Every queue, over and over.
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
bus.on('turn', (n) => queueMicrotask(() => n));
const wait = (ms) => new Promise((ok) => setTimeout(ok, ms));
for (let turn = 0; turn < 25; turn++) {
  process.nextTick(() => bus.emit('turn', turn));
  setImmediate(() => turn);
  await Promise.all([wait(5), wait(3), null]);
}
console.log('done');
