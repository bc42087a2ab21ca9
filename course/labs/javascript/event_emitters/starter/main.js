// What Run runs. Change it as you like: no check looks at it.
import { Emitter } from './emitter.js';
import { Orders, shipped } from './orders.js';

const bell = new Emitter();
const ring = (who) => console.log('ring    ', who);
bell.once('ring', (who) => console.log('once    ', who));
bell.on('ring', ring);
bell.emit('ring', 'ann');
bell.emit('ring', 'ben');
bell.off('ring', ring);
console.log('emitted ', bell.emit('ring', 'eve'), '| listeners', bell.listenerCount('ring'));
try {
  console.log('error   ', bell.emit('error', new Error('nobody listens')));
} catch (error) {
  console.log('error    thrown:', error.message);
}

const orders = new Orders({
  charge: async (order) => {
    if (order.cents > 1000) throw new Error(`order ${order.id} is too expensive`);
    return `receipt ${order.id}`;
  },
  ship: async (order) => `parcel ${order.id}`,
});
orders.on('placed', (order) => console.log('placed  ', order.id));
orders.on('paid', (order, receipt) => console.log('paid    ', order.id, receipt));
orders.on('shipped', (order, parcel) => console.log('shipped ', order.id, parcel));

const second = shipped(orders, 2);
for (const order of [{ id: 1, cents: 100 }, { id: 2, cents: 200 }, { id: 3, cents: 9000 }]) {
  try {
    await orders.place(order);
  } catch (error) {
    console.log('failed  ', error.message);
  }
}
console.log('waited   for', await second, '| listeners', orders.listenerCount('shipped'));
