function* fib() { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } }
const it = fib();
console.log(Array.from({ length: 8 }, () => it.next().value));
function* talk() { const x = yield 'first'; console.log('got', x); try { yield 'second'; } catch (e) { console.log('thrown', e); yield 'third'; } finally { console.log('finally'); } }
const t = talk();
console.log(t.next(), t.next('hello'), t.throw('ouch'), t.next(), t.next());
