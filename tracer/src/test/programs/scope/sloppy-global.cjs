function f() { leaked = 5; }
f();
console.log(leaked, globalThis.leaked, delete globalThis.leaked, typeof leaked);
