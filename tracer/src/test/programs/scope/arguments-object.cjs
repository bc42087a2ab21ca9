function sloppy(a) { arguments[0] = 'changed'; return a; }
function strict(a) { 'use strict'; arguments[0] = 'changed'; return a; }
console.log(sloppy('x'), strict('x'));
(function () { console.log(arguments, arguments.length, Array.from(arguments)); })(1, 2);
