// What ClosuresChecks asks, as a learner would find it in a folder of tests.
import assert from 'node:assert/strict';
import test from 'node:test';
import { buttons, counter, memoize, once, rateWindow } from './closures.js';

const away = new Error('away');

function failsTwice() {
  let asked = 0;
  return function (n) {
    if (++asked <= 2) throw away;
    return this.base + n;
  };
}

function anErrorIsNoAnswer(maker, n) {
  const made = maker(failsTwice());
  assert.throws(() => made(n), away);
  assert.throws(() => made(n), away);
  assert.equal(made.call({ base: 100 }, n), 100 + n);
  assert.equal(made.call({ base: 100 }, n), 100 + n);
}

function aPromiseIsAnAnswer(maker) {
  const later = maker(() => {
    const late = Promise.reject(new Error('too late'));
    late.catch(() => {});
    return late;
  });
  assert.equal(later(), later());
}

test('once calls its function a single time and keeps the answer', (t) => {
  const add = t.mock.fn(function (...n) {
    return n.reduce((a, b) => a + b, this.base);
  });
  const sum = once(add);
  assert.equal(sum.call({ base: 100 }, 1, 2, 3, 4, 5), 115);
  assert.equal(sum.call({ base: 100 }, 10, 20), 115);
  assert.equal(add.mock.callCount(), 1);

  const nothing = t.mock.fn(() => undefined);
  const quiet = once(nothing);
  assert.equal(quiet(), undefined);
  assert.equal(quiet(), undefined);
  assert.equal(nothing.mock.callCount(), 1);

  const line = once(() => ({ open: true }));
  assert.equal(line(), line());
  aPromiseIsAnAnswer(once);
  anErrorIsNoAnswer(once, 3);
});

test('counter counts, resets, and shares nothing', () => {
  const first = counter(40, 7);
  assert.equal(first.value(), 40);
  assert.equal(first.next(), 47);
  assert.equal(first.next(), 54);
  assert.equal(first.value(), 54);

  const second = counter();
  assert.equal(second.next(), 1);
  assert.equal(first.value(), 54);
  first.reset();
  assert.equal(first.value(), 40);
  assert.equal(first.next(), 47);
  assert.equal(second.value(), 1);

  const { next, value } = second;
  assert.equal(next(), 2);
  assert.equal(value(), 2);

  const down = counter(-1, -2);
  assert.equal(down.next(), -3);
  assert.equal(down.next(), -5);
  assert.equal(counter(5, 0).next(), 5);
  assert.equal(counter(0, 0.5).next(), 0.5);
  for (const key of Reflect.ownKeys(down)) {
    if (typeof down[key] !== 'function') down[key] = 999;
  }
  assert.equal(down.value(), -5);
});

test('every button keeps its own label and position', () => {
  const presses = [];
  const labels = ['open', '', 'save', 'open'];
  const made = buttons(labels, (...said) => {
    presses.push(said);
    return `${said[0]} at ${said[1]}`;
  });
  assert.equal(made.length, 4);
  assert.equal(presses.length, 0);
  assert.equal(made[3]('click'), 'open at 3');
  assert.deepEqual(presses.at(-1), ['open', 3]);
  made[3]();
  made[0]();
  assert.deepEqual(presses.at(-1), ['open', 0]);
  made[1]();
  assert.deepEqual(presses.at(-1), ['', 1]);
  labels.fill('sold out');
  made[2]();
  assert.deepEqual(presses.at(-1), ['save', 2]);
  assert.equal(presses.length, 5);
});

test('memoize asks once for each different list of arguments', (t) => {
  const supplier = t.mock.fn((item, pieces, ...extra) => 12 * pieces + 5 * extra.length);
  const quote = memoize(supplier);
  assert.equal(quote('oil', 1), 12);
  assert.equal(quote('oil', 2), 24);
  assert.equal(quote('oil', 2, 'at night'), 29);
  assert.equal(quote('oil', 1), 12);
  assert.equal(supplier.mock.callCount(), 3);

  let n = 0;
  const ask = memoize(() => ++n);
  const x = Symbol('x');
  const one = { id: 1 };
  const lists = [
    [], [undefined], [null], [NaN], [1], ['1'], [1, 2], [2, 1], [0], [-0], ['a,b', 'c'],
    ['a', 'b,c'], [one], [{ id: 1 }], [x], [Symbol('x')], ['a', 'b'], ['a|string:b'],
  ];
  lists.forEach((list, i) => assert.equal(ask(...list), i + 1));
  for (const i of [0, 3, 6, 9, 12, 14]) assert.equal(ask(...lists[i]), i + 1);
  for (let i = 0; i < 2000; i++) ask(`item ${i}`);
  assert.equal(ask(), 1);
  assert.equal(ask('item 0'), 19);
});

test('a memoised function answers as its own fn would', (t) => {
  const twice = memoize((n) => 2 * n);
  const thrice = memoize((n) => 3 * n);
  assert.equal(twice(7), 14);
  assert.equal(thrice(7), 21);

  const search = t.mock.fn(() => undefined);
  const find = memoize(search);
  assert.equal(find('nobody'), undefined);
  assert.equal(find('nobody'), undefined);
  assert.equal(search.mock.callCount(), 1);

  const multiply = t.mock.fn(function (n) {
    return this.factor * n;
  });
  const price = memoize(multiply);
  assert.equal(price.call({ factor: 5 }, 4), 20);
  assert.equal(price.call({ factor: 6 }, 4), 20);
  assert.equal(multiply.mock.callCount(), 1);

  const line = memoize(() => ({ open: true }));
  assert.equal(line(), line());
  aPromiseIsAnAnswer(memoize);
  anErrorIsNoAnswer(memoize, 3);
});

test('the rate window lets limit calls through in any span, and no more', () => {
  let time = 0;
  const now = () => time;
  const allow = rateWindow(2, 400, now);
  assert.equal(allow(), true);
  time = 350;
  assert.equal(allow(), true);
  time = 400;
  assert.equal(allow(), true);
  assert.equal(allow(), false);
  time = 749;
  assert.equal(allow(), false);
  time = 750;
  assert.equal(allow(), true);

  const other = rateWindow(3, 5000, now);
  for (const at of [750, 60_000]) {
    time = at;
    assert.deepEqual([other(), other(), other(), other()], [true, true, true, false]);
  }
  assert.equal(allow(), true);

  const hourly = rateWindow(1, 3_600_000);
  assert.equal(hourly(), true);
  assert.equal(hourly(), false);
});
