// events.on as an async iterator, events.once with an error.
import { EventEmitter, on, once } from 'node:events';
const e = new EventEmitter();
const stop = new AbortController();
setTimeout(() => { e.emit('line', 'a', 1); e.emit('line', 'b', 2); }, 1);
setTimeout(() => { e.emit('line', 'c', 3); stop.abort(); }, 2);
try { for await (const [text, n] of on(e, 'line', { signal: stop.signal })) console.log(text, n); } catch (error) { console.log(error.name); }
setTimeout(() => e.emit('error', new Error('instead')), 1);
await once(e, 'never').catch((error) => console.log(error.message));
process.nextTick(() => e.emit('go', 42));
console.log(await once(e, 'go'), e.listenerCount('go'));
