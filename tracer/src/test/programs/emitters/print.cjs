const { EventEmitter } = require('events');
const e = new EventEmitter();
e.on('a', function named() {});
console.log(e);
console.log(e.rawListeners('a'), e.listeners('a').length);
