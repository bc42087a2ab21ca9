const util = require('util');
console.log(util.format('%s', 'x'), util.isDeepStrictEqual({ a: [1] }, { a: [1] }), util.types.isPromise(Promise.resolve()), util.inspect.defaultOptions.depth);
const f = util.promisify((x, cb) => cb(null, x * 2));
f(4).then((v) => console.log('promisified', v));
util.callbackify(async (x) => x + 1)(1, (e, v) => console.log('callbackified', e, v));
console.log(util.stripVTControlCharacters('\x1b[31mred\x1b[0m'), util.toUSVString('\ud800'), util.styleText('red', 'x', { validateStream: false }));
const old = util.deprecate(() => 'old', 'is old', 'DEP0');
console.log(old(), util.inherits.length);
console.log(util.parseArgs({ args: ['-f', '--bar', 'b', 'pos'], options: { f: { type: 'boolean', short: 'f' }, bar: { type: 'string' } }, allowPositionals: true }));
