// One of everything, and each again from inside.
const fs = require('node:fs');
const log = (what) => () => console.log(what);
setTimeout(() => { console.log('timeout'); process.nextTick(log('tick in timeout')); Promise.resolve().then(log('micro in timeout')); }, 0);
fs.stat(__filename, () => {
  console.log('stat');
  setTimeout(log('timeout in poll'), 0);
  setImmediate(() => { console.log('immediate in poll'); process.nextTick(log('tick in immediate')); });
  queueMicrotask(log('micro in poll'));
});
queueMicrotask(() => { console.log('micro'); process.nextTick(log('tick in micro')); queueMicrotask(log('micro in micro')); });
process.nextTick(() => { console.log('tick'); queueMicrotask(log('micro in tick')); process.nextTick(log('tick in tick')); });
(async () => { console.log('async, sync part'); await null; console.log('async, after await'); })();
console.log('script');
process.on('beforeExit', (() => { let again = true; return () => { console.log('beforeExit', again); if (again) setTimeout(log('revived'), 1); again = false; }; })());
process.on('exit', log('exit'));
