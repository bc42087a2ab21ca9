function f(a, /* c */ b) { return a + b; }
console.log(f.toString(), (() => 1).toString(), String(class A { x = 1; }), Math.max.toString(), ({ m() {} }).m.toString());
