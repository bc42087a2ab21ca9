const { EventEmitter } = require('events');
const e = new EventEmitter({ captureRejections: true });
e.on('x', async () => { throw new Error('async'); });
e.on('error', (err) => console.log('captured', err.message));
e.emit('x');
console.log('after emit');
