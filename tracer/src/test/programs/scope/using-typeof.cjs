console.log(typeof undeclared, typeof null, typeof (() => {}), typeof class {}, typeof 1n, typeof Symbol(), typeof undefined);
try { undeclared; } catch (e) { console.log(e.message); }
