const o = Object.create(null);
o.a = 1;
console.log(o, 'toString' in o, Object.getPrototypeOf(o));
try { `${o}`; } catch (e) { console.log(e.name, e.message); }
class Named { static x = 1; }
console.log(Object.setPrototypeOf(new Named(), null), Object.setPrototypeOf({ q: 1 }, null));
