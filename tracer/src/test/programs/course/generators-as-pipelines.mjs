// Lazy, in turns, closed from either side.
function* numbers() { let n = 0; try { while (true) { const back = yield n++; if (back) console.log('got', back); } } finally { console.log('closed at', n); } }
const map = function* (source, f) { for (const x of source) yield f(x); };
const take = function* (source, n) { let i = 0; for (const x of source) { if (i++ === n) return; yield x; } };
console.log([...take(map(numbers(), (x) => x * x), 3)]);
const it = numbers();
console.log(it.next(), it.next('hello'), it.return('enough'), it.next());
async function* ticks(n) { for (let i = 0; i < n; i++) { await new Promise((ok) => setTimeout(ok, 2)); yield i; } }
for await (const t of ticks(3)) { if (t === 2) break; console.log('tick', t); }
const o = { *[Symbol.iterator]() { yield* ['a', 'b']; return 'lost'; } };
console.log([...o], Math.max(...take(numbers(), 4)), Object.fromEntries(map(o, (x) => [x, 1])));
