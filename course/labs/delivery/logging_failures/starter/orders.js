// The business, and what goes wrong with it. It stays as it is.
import { setImmediate as soon, setTimeout as pause } from 'node:timers/promises';
import { log } from './log.js';

const stock = new Map([['rose', 5], ['fern', 2]]);

/** Charges a card: { card, amount }. The bank is away. */
export async function charge(payment) {
  await soon();
  const refused = new Error('connect ECONNREFUSED 10.0.0.5:443');
  const away = new Error('bank does not answer', { cause: refused });
  away.request = { headers: { Cookie: 'sid=bank-session-2718' } };
  const error = new Error('charge failed', { cause: away });
  error.code = 'E_CHARGE';
  error.retryable = false;
  error.reply = null;
  error.tried = ['north', 'south'];
  error.config = { url: 'https://bank.example/charge', headers: { Authorization: 'Bearer bank-key-3141' }, data: payment };
  throw error;
}

/** Gives money back. The bank is busy, and its client makes errors as clients of HTTP do: everything knows everything. */
export async function refund() {
  await soon();
  const request = { url: 'https://bank.example/refund' };
  request.response = { status: 429, request };
  const error = new Error('refund failed');
  error.code = 'E_REFUND';
  error.request = request;
  error.response = request.response;
  error.config = { error };
  throw error;
}

/** Tells what is in stock, if it is not being counted. */
export async function inventory() {
  await soon();
  throw Object.assign(new Error('stock is being counted'), { status: 503 });
}

/** Makes the report of the day, which takes a while. */
export async function report() {
  log.info({}, 'report begun');
  await pause(1000);
  log.info({ rows: 3 }, 'report done');
  return { rows: 3 };
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
