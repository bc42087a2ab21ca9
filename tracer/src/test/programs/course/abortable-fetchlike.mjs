// AbortSignal: given along, listened to, combined, timed out.
import { setTimeout as sleep } from 'node:timers/promises';
import { once, EventEmitter } from 'node:events';
async function load(ms, { signal } = {}) {
  signal?.throwIfAborted();
  try { return await sleep(ms, `after ${ms}`, { signal }); } finally { console.log('cleanup', ms); }
}
const stop = new AbortController();
setTimeout(() => stop.abort(new Error('user left')), 5);
const results = await Promise.allSettled([load(2, stop), load(20, stop), load(20, { signal: AbortSignal.timeout(8) }), load(20, { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(90)]) })]);
for (const { status, value, reason } of results) console.log(status, value ?? `${reason.name}: ${reason.message} / ${reason.cause?.message}`);
await load(1, { signal: AbortSignal.abort() }).catch((e) => console.log(e.name, e.code));
console.log(stop.signal.aborted, stop.signal.reason.message);
const e = new EventEmitter();
await once(e, 'x', { signal: AbortSignal.timeout(3) }).catch((error) => console.log(error.name, error.cause?.name, e.listenerCount('x')));
