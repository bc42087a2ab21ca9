console.log(typeof f, typeof v, v);
var v = 1;
function f() {}
console.log(typeof f, typeof v);
console.log((function () { return typeof g; function g() {} })());
