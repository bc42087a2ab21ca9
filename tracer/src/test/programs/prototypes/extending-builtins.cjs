class Stack extends Array { peek() { return this.at(-1); } }
const s = Stack.of(1, 2, 3);
console.log(s, s.peek(), s.map((x) => x * 2), s.map((x) => x) instanceof Stack, s.length);
class Store extends Map { getOr(k, d) { return this.has(k) ? this.get(k) : d; } }
console.log(new Store([['a', 1]]), new Store().getOr('x', 9));
