import { AsyncLocalStorage } from 'node:async_hooks';
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

const requestId = new AsyncLocalStorage();
const log = (text) => console.log(requestId.getStore() ?? '-', text);

async function place(order) {
  await pause(order.wait);
  log(`${order.sku} placed`); // nobody told it of any request
}

const socket = new EventEmitter();
const serve = (id, order) =>
  requestId.run(id, async () => {
    socket.once('end', () => log('heard as it is'));
    socket.once('end', AsyncLocalStorage.bind(() => log('heard, and bound')));
    await place(order);
  });

log('listening');
await Promise.all([serve('a', { sku: 'rose', wait: 20 }), serve('b', { sku: 'fern', wait: 5 })]);
socket.emit('end');
