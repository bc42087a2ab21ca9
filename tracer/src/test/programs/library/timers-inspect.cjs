const t = setTimeout(() => {}, 10);
console.log(typeof t, t.hasRef(), t.constructor.name, typeof t[Symbol.toPrimitive](), t.close() === t);
clearTimeout(String(t[Symbol.toPrimitive]()));
console.log(setTimeout.length, clearTimeout(undefined), clearTimeout({}), typeof setInterval, require('timers').setTimeout === setTimeout);
