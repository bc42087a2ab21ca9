function f() { try { return 'try'; } finally { return 'finally'; } }
function g() { try { throw 1; } finally { console.log('cleanup'); } }
function h() { for (const x of [1, 2]) { try { continue; } finally { console.log('f', x); } } }
console.log(f()); h();
try { g(); } catch (e) { console.log(e); }
