async function* g() { try { yield 1; yield 2; } finally { console.log('cleanup'); } }
for await (const v of g()) { console.log(v); break; }
const it = g();
console.log(await it.next(), await it.return('done'), await it.next());
