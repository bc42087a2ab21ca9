console.log('start');
import('./lazy.mjs').then((m) => console.log(m.default, m));
setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick'));
console.log('end');
