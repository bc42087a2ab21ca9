const { isDeepStrictEqual } = require('util');
console.log(isDeepStrictEqual(new Map([[{ a: 1 }, 2]]), new Map([[{ a: 1 }, 2]])), isDeepStrictEqual([1, , 3], [1, undefined, 3]), isDeepStrictEqual(NaN, NaN), isDeepStrictEqual(0, -0), isDeepStrictEqual(new Set([1, { a: 1 }]), new Set([{ a: 1 }, 1])));
