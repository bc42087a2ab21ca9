const { a: { b: [, second = 'default'] = [] } = {}, ...others } = { a: { b: ['first'] }, x: 1, y: 2 };
console.log(second, others);
let p = 1, q = 2; [p, q] = [q, p];
console.log(p, q);
for (const [k, v] of Object.entries({ m: 1, n: 2 })) console.log(k, v);
