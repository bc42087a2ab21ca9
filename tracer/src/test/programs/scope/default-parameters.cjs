function f(a, b = a * 2, { c = b, ...rest } = {}, ...more) { return [a, b, c, rest, more]; }
console.log(f(1), f(1, undefined, { d: 4 }, 5, 6), f.length);
