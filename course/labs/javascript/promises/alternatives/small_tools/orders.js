// A few small tools, and the five functions said in their words.
import { ask, inTurn } from './night_run.js';

export async function placeOrder(shop, id) {
  const given = await inTurn([
    () => ask(shop, 'load', id),
    ([order]) => ask(shop, 'reserve', order),
    ([order]) => ask(shop, 'charge', order),
    ([order, , payment]) => ask(shop, 'send', order, payment),
  ]);
  return given.at(-1);
}

export async function priceOf(shop, item) {
  const [quoted] = await Promise.allSettled([ask(shop, 'quote', item)]);
  if (quoted.status === 'fulfilled') return quoted.value;
  if (quoted.reason.code !== 'NOT_LISTED') throw quoted.reason;
  return ask(shop, 'estimate', item);
}

export function packAll(shop, ids) {
  return inTurn(ids.map((id) => () => ask(shop, 'pack', id)));
}

export async function withDesk(shop, work) {
  const desk = await ask(shop, 'open');
  const [worked] = await Promise.allSettled([ask({ work }, 'work', desk)]);
  await ask(desk, 'close');
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

export async function view(shop, id) {
  const counting = ask(shop, 'count', id);
  counting.catch((error) => ask(shop, 'warn', error));
  return ask(shop, 'load', id);
}
