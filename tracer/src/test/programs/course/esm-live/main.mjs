// An import is a live view, a copy is none, and nobody but the module itself may write.
import count, { n, inc, later } from './counter.mjs';
import * as all from './counter.mjs';
const copy = n;
inc(); inc();
console.log(n, copy, all.n, count, Object.keys(all));
try { n = 5; } catch (e) { console.log(e.name, e.message); }
try { all.n = 5; } catch (e) { console.log(e.name, e.message); }
await later;
console.log(n, all.n, import.meta.url.endsWith('main.mjs'), typeof require, this);
