function f(x) { switch (x) { case 1: { let y = 'one'; return y; } case 2: case 3: return 'some'; default: return 'other'; } }
console.log([1, 2, 3, 4].map(f));
