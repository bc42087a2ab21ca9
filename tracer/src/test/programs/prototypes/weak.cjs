const w = new WeakMap(), k = {};
w.set(k, 1);
console.log(w.get(k), w.has({}), w, new WeakSet([k]), new WeakRef(k).deref() === k, new WeakRef({ a: 1 }));
try { w.set('no', 1); } catch (e) { console.log(e.message); }
