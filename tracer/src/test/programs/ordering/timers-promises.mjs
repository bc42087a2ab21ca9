import { setTimeout as wait, setImmediate as soon, setInterval as every } from 'node:timers/promises';
console.log(await wait(5, 'waited'));
console.log(await soon('soon'));
let n = 0;
for await (const beat of every(3, 'beat')) { console.log(beat, ++n); if (n === 3) break; }
const control = new AbortController();
const aborted = wait(1000, null, { signal: control.signal });
control.abort();
await aborted.catch((error) => console.log(error.name, error.code));
