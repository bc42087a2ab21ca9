// An async listener that fails: captured as 'error', by a method of its own, or lost.
const { EventEmitter, errorMonitor, captureRejectionSymbol } = require('node:events');
const e = new EventEmitter({ captureRejections: true });
e.on(errorMonitor, (error) => console.log('monitor', error.message));
e.on('error', (error) => console.log('error', error.message));
e.on('job', async (n) => { await null; if (n > 1) throw new Error(`job ${n}`); console.log('job', n); });
console.log(e.emit('job', 1), e.emit('job', 2), e.emit('nothing'));
class Own extends EventEmitter {
  constructor() { super({ captureRejections: true }); }
  [captureRejectionSymbol](error, event, ...args) { console.log('own', event, error.message, ...args); }
}
new Own().on('x', async () => { throw new Error('y'); }).emit('x', 7);
process.on('unhandledRejection', (reason) => console.log('lost', reason.message));
new EventEmitter().on('x', async () => { throw new Error('not captured'); }).emit('x');
