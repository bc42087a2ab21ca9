const { Readable, Writable } = require('stream');
const r = new Readable({ read() { this.destroy(new Error('broken')); } });
r.on('error', (e) => console.log('error', e.message)).on('close', () => console.log('close', r.destroyed));
r.resume();
const w = new Writable({ write(c, e, done) { done(); } });
w.end(); w.on('error', (e) => console.log(e.code));
w.write('late');
