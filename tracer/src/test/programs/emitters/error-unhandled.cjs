const { EventEmitter } = require('node:events');
const e = new EventEmitter();
try { e.emit('error', new Error('boom')); } catch (err) { console.log('thrown', err.message); }
try { e.emit('error', 'text'); } catch (err) { console.log(err.name, err.code, err.message, err.context); }
e.on('error', (err) => console.log('handled', err.message));
e.emit('error', new Error('again'));
