console.log({ a: { b: { c: { d: 1 } } }, list: [[[[1]]]] });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: null });
