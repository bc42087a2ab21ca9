const o = { get x() { return this.y; }, y: 1 };
console.log(Reflect.get(o, 'x', { y: 2 }), Reflect.ownKeys({ b: 1, a: 2, 1: 3, [Symbol('s')]: 4 }), Reflect.has(o, 'x'), Reflect.apply(Math.max, null, [1, 2]));
