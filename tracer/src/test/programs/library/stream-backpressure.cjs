const { Writable } = require('stream');
const w = new Writable({ highWaterMark: 4, write(c, _, done) { setTimeout(done, 2); } });
console.log(w.write('ab'), w.write('cd'), w.writableLength, w.writableNeedDrain);
w.on('drain', () => { console.log('drain', w.writableLength); w.end(); });
w.on('finish', () => console.log('finish')).on('close', () => console.log('close'));
