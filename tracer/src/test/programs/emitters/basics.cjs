const { EventEmitter } = require('node:events');
const e = new EventEmitter();
e.on('x', (...a) => console.log('first', a));
e.prependListener('x', () => console.log('prepended'));
e.once('x', function () { console.log('once', this === e); });
console.log(e.emit('x', 1, 2), e.emit('x'), e.emit('nothing'), e.listenerCount('x'), e.eventNames());
