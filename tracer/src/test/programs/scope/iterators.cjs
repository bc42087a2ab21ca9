const range = { from: 1, to: 4, *[Symbol.iterator]() { for (let i = this.from; i <= this.to; i++) yield i; } };
console.log([...range], Math.max(...range), new Set(range));
const [first, ...rest] = range;
console.log(first, rest);
console.log([1, 2, 3].values().map((x) => x * 2).filter((x) => x > 2).toArray());
