const { Readable, Writable, Transform, pipeline, PassThrough } = require('stream');
const up = new Transform({ transform(chunk, _, done) { done(null, String(chunk).toUpperCase()); } });
const out = [];
pipeline(Readable.from(['a', 'b', 'c']), up, new Writable({ write(c, _, done) { out.push(String(c)); setImmediate(done); } }), (e) => console.log('done', e, out));
const p = new PassThrough(); p.on('data', (d) => console.log('data', String(d))); p.on('end', () => console.log('end')); p.write('x'); p.end('y');
