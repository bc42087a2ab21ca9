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
  await soon();
  const error = new Error('charge failed', { cause: new Error('connect ECONNREFUSED 10.0.0.5:443') });
  error.code = 'E_CHARGE';
  error.config = { url: 'https://bank.example/charge', headers: { Authorization: 'Bearer bank-key-3141' }, data: payment };
  error.config.error = error; // clients of HTTP are fond of such circles
  throw error;
}

/** Sends the newsletter when there is time. */
export function sendLater() {
  setTimeout(() => log.info({ letters: 3 }, 'newsletter sent'), 20);
}

/** Begins an import and returns at once. It has a bug. */
export function importLater() {
  setTimeout(() => {
    log.info({ rows: 0 }, 'import begun');
    stock.get('orchid').toFixed();
  }, 20);
}

/** Counts the stock in the background. It has a bug, too. */
export async function count() {
  await soon();
  throw new Error('the scale does not answer');
}
