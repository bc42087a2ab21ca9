const o = { name: 'o', method() { return this?.name; }, arrow: () => typeof this, nested() { return [1].map(() => this.name); } };
const { method } = o;
console.log(o.method(), method(), (0, o.method)(), o.nested(), o.arrow());
console.log(method.call({ name: 'called' }), method.apply({ name: 'applied' }), method.bind({ name: 'bound' })());
console.log(new (function N() { this.name = 'new'; })().name);
