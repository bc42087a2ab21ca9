import { EventEmitter, once, on } from 'node:events';
const e = new EventEmitter();
setTimeout(() => e.emit('ready', 1, 2), 3);
console.log(await once(e, 'ready'));
setTimeout(() => { e.emit('item', 'a'); e.emit('item', 'b'); e.emit('end'); }, 3);
for await (const [item] of on(e, 'item', { close: ['end'] })) console.log(item);
process.nextTick(() => e.emit('error', new Error('rejected')));
await once(e, 'other').catch((err) => console.log(err.message));
