// What Run runs. Change it as you like: no check looks at it.
import { buttons, counter, memoize, once, rateWindow } from './closures.js';

const connect = once(() => {
  console.log('connecting …');
  return 'connection 1';
});
console.log('once    ', connect(), '|', connect());

const first = counter();
const second = counter(100, 10);
console.log('counter ', first.next(), first.next(), second.next(), first.value());

const [open, save] = buttons(['open', 'save'], (label, i) => `${i}: ${label}`);
console.log('buttons ', open(), '|', save());

let asked = 0;
const quote = memoize((item, pieces) => {
  asked++;
  return `${pieces} × ${item}`;
});
console.log('memoize ', quote('oil', 1), '|', quote('oil', 2), '|', quote('oil', 1));
console.log('         the supplier was asked', asked, 'times');

let time = 0;
const allow = rateWindow(2, 1000, () => time);
const early = [allow(), allow(), allow()];
time = 1000;
console.log('window  ', ...early, '| a second later', allow());
