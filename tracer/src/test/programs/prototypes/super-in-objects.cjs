const base = { hi() { return 'base'; } };
const derived = { __proto__: base, hi() { return 'derived>' + super.hi(); } };
console.log(derived.hi(), derived);
