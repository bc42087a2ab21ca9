import { EventEmitter } from 'node:events';

const stats = {
  orders: 0,
  count() {
    this.orders = this.orders + 1;
  },
};
const shop = new EventEmitter();

shop.on('order', stats.count);
shop.emit('order');
console.log(stats.orders, shop.orders);

shop.off('order', stats.count);
shop.on('order', stats.count.bind(stats));
shop.off('order', stats.count.bind(stats));
shop.emit('order');
console.log(stats.orders, shop.listenerCount('order'));
