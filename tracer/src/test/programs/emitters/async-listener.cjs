const { EventEmitter } = require('events');
const e = new EventEmitter();
e.on('x', async () => { console.log('in'); await null; console.log('later'); });
e.emit('x');
console.log('emit is synchronous');
