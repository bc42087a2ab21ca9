class Abstract { constructor() { if (new.target === Abstract) throw new TypeError('abstract'); this.made = new.target.name; } }
class Real extends Abstract {}
console.log(new Real());
try { new Abstract(); } catch (e) { console.log(e.message); }
function F() { return new.target === undefined; }
console.log(F(), Reflect.construct(Abstract, [], Real));
