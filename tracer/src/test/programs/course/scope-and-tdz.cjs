// Where a name is known, and from when on.
console.log(typeof hoisted, hoisted(), typeof variable);
try { console.log(constant); } catch (e) { console.log(e.message); }
try { typeof constant; } catch (e) { console.log(e.name); }
const constant = 1;
var variable = 2;
function hoisted() { return typeof variable; }
{ function inner() { return 'block'; } let variable = 3; console.log(inner(), variable); }
const loop = [];
for (var v = 0; v < 2; v++) loop.push(() => v);
for (let l = 0; l < 2; l++) loop.push(() => l);
console.log(loop.map((f) => f()));
const f = function self(n) { try { self = null; } catch { return 'read only'; } return n ? self(n - 1) : typeof self; };
console.log(f(2));
try { constant = 2; } catch (e) { console.log(e.message); }
switch (1) { case 0: let x = 1; case 1: try { x = 2; } catch (e) { console.log(e.message); } }
(function () { leaked = 1; })();
console.log(leaked, globalThis.leaked, delete globalThis.leaked, typeof leaked, globalThis.variable, this === module.exports);
