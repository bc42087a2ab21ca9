const { EventEmitter } = require('events');
const e = new EventEmitter();
console.log(EventEmitter.defaultMaxListeners, e.getMaxListeners());
e.setMaxListeners(1);
process.on('warning', (w) => console.log(w.name, w.count, w.type));
e.on('x', () => {}); e.on('x', () => {});
