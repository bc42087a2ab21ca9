console.log(1, -0, NaN, 1e21, 0.1 + 0.2, 10n, 'text', true, null, undefined, Symbol('s'), Symbol.iterator);
console.log([1, -0, 'a', 10n, null, undefined, Symbol('s'), true]);
console.log({ a: -0, b: 'x', c: undefined, d: null, e: 5n, 'with space': 1, 7: 'seven' });
