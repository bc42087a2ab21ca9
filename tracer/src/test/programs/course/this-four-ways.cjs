'use strict';
// The call decides: method, plain function, bound, new, arrow.
function who() { return this === undefined ? 'undefined' : this.name ?? this.constructor.name; }
const cat = { name: 'cat', who, arrow: () => typeof this, later() { return [1].map(() => this.name)[0]; } };
const { who: loose } = cat;
console.log(cat.who(), loose(), (0, cat.who)(), cat.arrow(), cat.later());
console.log(who.call({ name: 'called' }), who.apply({ name: 'applied' }), who.bind({ name: 'bound' }).call({ name: 'other' }));
function Made() { this.name = 'made'; return this.kind ? { name: 'other' } : 1; }
Made.prototype.kind = 0;
console.log(new Made().name, new (class extends Made {})().name);
try { loose.call(null).x; cat.missing(); } catch (e) { console.log(e.message); }
setTimeout(cat.who.bind(cat, 1), 1);
setTimeout(function () { console.log(this.constructor.name, typeof this[Symbol.toPrimitive]); }, 2);
