const { EventEmitter, errorMonitor } = require('events');
const e = new EventEmitter();
e.on(errorMonitor, (err) => console.log('seen', err.message));
try { e.emit('error', new Error('x')); } catch { console.log('still thrown'); }
