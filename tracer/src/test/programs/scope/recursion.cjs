const fact = (n) => (n < 2n ? 1n : n * fact(n - 1n));
console.log(fact(25n), ((n) => { const f = (k) => (k ? f(k - 1) + 1 : 0); return f(n); })(2000));
