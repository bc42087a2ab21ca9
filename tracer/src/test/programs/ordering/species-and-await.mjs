const p = Promise.resolve(1);
p.then = function (ok) { console.log('own then'); return Promise.prototype.then.call(this, ok); };
console.log(await p);
console.log(await { then: (ok) => ok(2) });
