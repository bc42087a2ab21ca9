const EventEmitter = require('events');
const e = new EventEmitter();
const b = () => console.log('b');
e.on('x', () => { console.log('a'); e.off('x', b); });
e.on('x', b);
e.emit('x'); e.emit('x');
