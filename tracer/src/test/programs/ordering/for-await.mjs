async function* source() { yield 1; yield Promise.resolve(2); console.log('between'); yield 3; }
for await (const value of source()) console.log(value);
for await (const value of [Promise.resolve('x'), 'y']) console.log(value);
