// Each call of a factory makes a scope of its own; what it returns shares it.
function createCounter({ from = 0, step = 1 } = {}) {
  let value = from;
  return {
    next: () => (value += step),
    reset() { value = from; return this; },
    get value() { return value; },
  };
}
const a = createCounter();
const b = createCounter({ from: 10, step: 5 });
a.next(); a.next(); b.next();
console.log(a.value, b.value, a.reset() === a, a.value);
const { next } = b;
console.log(next(), b.value, Object.keys(b));
