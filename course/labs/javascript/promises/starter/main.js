// What Run runs. Change it as you like: no check looks at it.
import { packAll, placeOrder, priceOf, view, withDesk } from './orders.js';

// Without this listener the first rejection that nobody handles would end the process.
process.on('unhandledRejection', (error) => console.log('  nobody handles:', error.message));

const later = (millis) => new Promise((fulfil) => setTimeout(fulfil, millis));

/** Prints when a method is called and when its promise is settled. */
async function step(name, value) {
  console.log('  ' + name);
  await later(10);
  console.log('  ' + name, value instanceof Error ? 'failed' : 'done');
  if (value instanceof Error) throw value;
  return value;
}

const shop = {
  load: (id) => step(`load ${id}`, { id }),
  reserve: (order) => step(`reserve ${order.id}`),
  charge: (order) => step(`charge ${order.id}`, `payment ${order.id}`),
  send: (order, payment) => step(`send ${order.id}, ${payment}`, `receipt ${order.id}`),
  quote: (item) => step(`quote ${item}`, Object.assign(new Error('no such item'), { code: 'NOT_LISTED' })),
  estimate: (item) => step(`estimate ${item}`, 9),
  pack: (id) => step(`pack ${id}`, id === 3 ? new Error('3 is out of stock') : `parcel ${id}`),
  open: () => step('open', { close: () => step('close') }),
  count: (id) => step(`count ${id}`, new Error('the counter is away')),
  warn: (error) => console.log('  warned of:', error.message),
};

/** Shows what a promise comes to, and waits for what is left over. */
async function show(title, start) {
  console.log(title);
  try {
    console.log('  =', await start());
  } catch (error) {
    console.log('  rejected:', error.message);
  }
  await later(60);
}

await show('placeOrder', () => placeOrder(shop, 7));
await show('priceOf', () => priceOf(shop, 'oil'));
await show('packAll', () => packAll(shop, [1, 2, 3, 4]));
await show('withDesk', () => withDesk(shop, () => step('work', new Error('the light is out'))));
await show('view', () => view(shop, 7));

const hasty = {
  ...shop,
  count() {
    throw new Error('the counter is broken');
  },
};
await show('view, where count throws before there is a promise', () => view(hasty, 7));
await show('withDesk, where work gives a plain value', () => withDesk(shop, () => 'done at once'));
