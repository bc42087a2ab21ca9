const { EventEmitter } = require('events');
class Door extends EventEmitter { #open = false; toggle() { this.#open = !this.#open; return this.emit(this.#open ? 'open' : 'close', this); } }
const d = new Door().on('open', (x) => console.log('open', x === d)).once('close', () => console.log('closed'));
console.log(d.toggle(), d.toggle(), d.toggle(), d.toggle());
