const { Readable, Duplex } = require('stream');
const r = new Readable({ objectMode: true, read() {} });
r.push({ a: 1 }); r.push(null);
r.on('readable', () => { let x; while ((x = r.read()) !== null) console.log(x); }).on('end', () => console.log('end'));
const d = Duplex.from(async function* (source) { for await (const c of source) yield String(c).length; });
d.on('data', (n) => console.log('length', n)); d.write('four'); d.end();
