'use strict';
const f = Object.freeze({ a: 1, deep: { b: 2 } });
for (const t of [() => { f.a = 2; }, () => { f.c = 3; }, () => { delete f.a; }, () => { Object.preventExtensions([]).push(1); }, () => { Object.seal({ x: 1 }).y = 2; }]) try { t(); } catch (e) { console.log(e.message); }
f.deep.b = 3;
console.log(f, Object.isFrozen(f), Object.isSealed(f), Object.isExtensible(f));
