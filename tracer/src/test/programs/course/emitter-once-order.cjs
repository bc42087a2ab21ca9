// Synchronous, in order, once means once, and the list of a running emit does not change.
const { EventEmitter, errorMonitor } = require('node:events');
const e = new EventEmitter();
e.once('x', (n) => { console.log('once', n); e.emit('x', n + 1); });
e.on('x', function second(n) { console.log('second', n, this === e); e.off('x', second); e.on('x', () => console.log('added while emitting', n)); });
e.prependListener('x', (n) => console.log('prepended', n));
console.log('before');
e.emit('x', 1);
console.log('after', e.listenerCount('x'), e.rawListeners('x').length, e.eventNames());
e.on('newListener', (name, f) => console.log('new', String(name), f.name));
e.once(Symbol('s'), function named() {});
e.on(errorMonitor, (error) => console.log('monitor', error.message));
try { e.emit('error', new Error('unheard')); } catch (error) { console.log('thrown', error.message); }
try { e.emit('error', 'no error'); } catch (error) { console.log(error.code, error.message); }
try { e.emit('x', 5); } finally { e.removeAllListeners(); console.log(e.eventNames()); }
