function sloppy() { return this === globalThis; }
function strict() { 'use strict'; return this; }
console.log(sloppy(), strict(), this === module.exports, (() => this === module.exports)());
