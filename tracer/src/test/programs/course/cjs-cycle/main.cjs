// What a module of a cycle sees of the other is what it has exported so far.
const a = require('./a.cjs');
const b = require('./b.cjs');
console.log('main', a, b, a.seen, b.seen, require('./a.cjs') === a);
console.log(Object.keys(require.cache).map((f) => f.split('/').at(-1)), module.children.length);
