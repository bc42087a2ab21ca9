function f(a, b, c) { return [this.x, a, b, c]; }
const g = f.bind({ x: 1 }, 'a');
console.log(g.name, g.length, g('b', 'c'), g.bind({ x: 2 })('b'), g);
