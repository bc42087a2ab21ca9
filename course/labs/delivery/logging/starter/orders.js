// The business. It logs what it does and knows nothing of requests. It stays as it is.
import { setImmediate as soon, setTimeout as pause } from 'node:timers/promises';
import { log } from './log.js';

const stock = new Map([['rose', 5], ['fern', 2]]);
let orders = 0;

/** Places an order: { customer, lines: [{ sku, count }] }. */
export async function place(order) {
  const id = (orders += 1);
  await pause(5);
  for (const { sku, count } of order.lines) {
    const left = (stock.get(sku) ?? 0) - count;
    await soon();
    stock.set(sku, left);
    log.debug({ sku, left }, 'reserved');
    if (left < 0) log.warn({ sku, left }, 'out of stock');
  }
  log.info({ order: id, customer: order.customer }, 'order placed');
  return id;
}

/** Charges a card. The bank is away. */
export async function charge(payment) {
  log.info({ payment }, 'charge begun');
  await soon();
  throw new Error('charge failed');
}

/** Sends the newsletter when there is time. */
export function sendLater() {
  setTimeout(() => log.info({ letters: 3 }, 'newsletter sent'), 20);
}
