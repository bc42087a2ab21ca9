// Array.fromAsync: of async iterables, of promises, of what only looks like an array.
async function* source() { try { yield 1; yield 2; } finally { console.log('cleaned'); } }
console.log(await Array.fromAsync(source()), Array.fromAsync.length, Array.fromAsync.name, Object.keys(Array));
console.log(await Array.fromAsync([Promise.resolve('a'), 'b'], async (x, i) => `${x}${i}`));
console.log(await Array.fromAsync({ length: 2, 0: Promise.resolve('x'), 1: 'y' }, function (x) { return this.prefix + x; }, { prefix: '>' }));
console.log(await Array.fromAsync(new Set([1, 2]).values()), await Array.fromAsync('hi'));
await Array.fromAsync(source(), () => { throw new Error('map'); }).catch((e) => console.log(e.message));
await Array.fromAsync([Promise.reject(new Error('item'))]).catch((e) => console.log(e.message));
await Array.fromAsync(null).catch((e) => console.log(e.name));
await Array.fromAsync([1], 'no function').catch((e) => console.log(e.name, e.message));
