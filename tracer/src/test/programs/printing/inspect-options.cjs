const { inspect } = require('util');
const o = { b: { c: [1, 2, { d: 1 }] }, a: 'text', m: new Map([['k', { v: 1 }]]) };
for (const options of [{ depth: 0 }, { compact: false }, { compact: 1 }, { sorted: true }, { breakLength: 20 }, { colors: true }, { showHidden: true }, { maxArrayLength: 1 }, { maxStringLength: 2 }, { numericSeparator: true }]) console.log(inspect(o, options));
console.log(inspect(123456789.5, { numericSeparator: true }), inspect('x', { colors: true }), inspect([1, 2], { showHidden: true }));
