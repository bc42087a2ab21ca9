function counter(start) { let n = start; return { up: () => ++n, down: () => --n, get n() { return n; } }; }
const a = counter(0), b = counter(10);
a.up(); a.up(); b.down();
console.log(a.n, b.n, a);
