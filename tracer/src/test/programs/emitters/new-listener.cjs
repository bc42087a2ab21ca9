const { EventEmitter } = require('events');
const e = new EventEmitter();
e.once('newListener', (name, f) => { console.log('new', name, typeof f); e.on(name, () => console.log('inserted')); });
e.on('removeListener', (name) => console.log('removed', name));
e.on('x', () => console.log('x'));
e.emit('x');
e.removeAllListeners('x');
