const util = require('node:util');
const p = new Proxy({ a: 1 }, {}), f = new Proxy(function f() {}, {});
console.log(p, f, util.inspect(p, { showProxy: true }));
