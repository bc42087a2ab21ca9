// What ClosuresChecks asks, as a learner would find it in a folder of tests.
import { expect, jest, test } from '@jest/globals';
import { buttons, counter, memoize, once, rateWindow } from './closures';

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
  expect(() => made(n)).toThrow(away);
  expect(() => made(n)).toThrow(away);
  expect(made.call({ base: 100 }, n)).toBe(100 + n);
  expect(made.call({ base: 100 }, n)).toBe(100 + n);
}

function aPromiseIsAnAnswer(maker) {
  const later = maker(() => {
    const late = Promise.reject(new Error('too late'));
    late.catch(() => {});
    return late;
  });
  expect(later()).toBe(later());
}

test('once calls its function a single time and keeps the answer', () => {
  const add = jest.fn(function (...n) {
    return n.reduce((a, b) => a + b, this.base);
  });
  const sum = once(add);
  expect(sum.call({ base: 100 }, 1, 2, 3, 4, 5)).toBe(115);
  expect(sum.call({ base: 100 }, 10, 20)).toBe(115);
  expect(add).toHaveBeenCalledTimes(1);

  const nothing = jest.fn(() => undefined);
  const quiet = once(nothing);
  expect(quiet()).toBe(undefined);
  expect(quiet()).toBe(undefined);
  expect(nothing).toHaveBeenCalledTimes(1);

  const line = once(() => ({ open: true }));
  expect(line()).toBe(line());
  aPromiseIsAnAnswer(once);
  anErrorIsNoAnswer(once, 3);
});

test('counter counts, resets, and shares nothing', () => {
  const first = counter(40, 7);
  expect(first.value()).toBe(40);
  expect(first.next()).toBe(47);
  expect(first.next()).toBe(54);
  expect(first.value()).toBe(54);

  const second = counter();
  expect(second.next()).toBe(1);
  expect(first.value()).toBe(54);
  first.reset();
  expect(first.value()).toBe(40);
  expect(first.next()).toBe(47);
  expect(second.value()).toBe(1);

  const { next, value } = second;
  expect(next()).toBe(2);
  expect(value()).toBe(2);

  const down = counter(-1, -2);
  expect(down.next()).toBe(-3);
  expect(down.next()).toBe(-5);
  expect(counter(5, 0).next()).toBe(5);
  expect(counter(0, 0.5).next()).toBe(0.5);
  for (const key of Reflect.ownKeys(down)) {
    if (typeof down[key] !== 'function') down[key] = 999;
  }
  expect(down.value()).toBe(-5);
});

test('every button keeps its own label and position', () => {
  const presses = [];
  const labels = ['open', '', 'save', 'open'];
  const made = buttons(labels, (...said) => {
    presses.push(said);
    return `${said[0]} at ${said[1]}`;
  });
  expect(made.length).toBe(4);
  expect(presses.length).toBe(0);
  expect(made[3]('click')).toBe('open at 3');
  expect(presses.at(-1)).toEqual(['open', 3]);
  made[3]();
  made[0]();
  expect(presses.at(-1)).toEqual(['open', 0]);
  made[1]();
  expect(presses.at(-1)).toEqual(['', 1]);
  labels.fill('sold out');
  made[2]();
  expect(presses.at(-1)).toEqual(['save', 2]);
  expect(presses.length).toBe(5);
});

test('memoize asks once for each different list of arguments', () => {
  const supplier = jest.fn((item, pieces, ...extra) => 12 * pieces + 5 * extra.length);
  const quote = memoize(supplier);
  expect(quote('oil', 1)).toBe(12);
  expect(quote('oil', 2)).toBe(24);
  expect(quote('oil', 2, 'at night')).toBe(29);
  expect(quote('oil', 1)).toBe(12);
  expect(supplier).toHaveBeenCalledTimes(3);

  let n = 0;
  const ask = memoize(() => ++n);
  const x = Symbol('x');
  const one = { id: 1 };
  const lists = [
    [], [undefined], [null], [NaN], [1], ['1'], [1, 2], [2, 1], [0], [-0], ['a,b', 'c'],
    ['a', 'b,c'], [one], [{ id: 1 }], [x], [Symbol('x')], ['a', 'b'], ['a|string:b'],
  ];
  lists.forEach((list, i) => expect(ask(...list)).toBe(i + 1));
  for (const i of [0, 3, 6, 9, 12, 14]) expect(ask(...lists[i])).toBe(i + 1);
  for (let i = 0; i < 2000; i++) ask(`item ${i}`);
  expect(ask()).toBe(1);
  expect(ask('item 0')).toBe(19);
});

test('a memoised function answers as its own fn would', () => {
  const twice = memoize((n) => 2 * n);
  const thrice = memoize((n) => 3 * n);
  expect(twice(7)).toBe(14);
  expect(thrice(7)).toBe(21);

  const search = jest.fn(() => undefined);
  const find = memoize(search);
  expect(find('nobody')).toBe(undefined);
  expect(find('nobody')).toBe(undefined);
  expect(search).toHaveBeenCalledTimes(1);

  const multiply = jest.fn(function (n) {
    return this.factor * n;
  });
  const price = memoize(multiply);
  expect(price.call({ factor: 5 }, 4)).toBe(20);
  expect(price.call({ factor: 6 }, 4)).toBe(20);
  expect(multiply).toHaveBeenCalledTimes(1);

  const line = memoize(() => ({ open: true }));
  expect(line()).toBe(line());
  aPromiseIsAnAnswer(memoize);
  anErrorIsNoAnswer(memoize, 3);
});

test('the rate window lets limit calls through in any span, and no more', () => {
  let time = 0;
  const now = () => time;
  const allow = rateWindow(2, 400, now);
  expect(allow()).toBe(true);
  time = 350;
  expect(allow()).toBe(true);
  time = 400;
  expect(allow()).toBe(true);
  expect(allow()).toBe(false);
  time = 749;
  expect(allow()).toBe(false);
  time = 750;
  expect(allow()).toBe(true);

  const other = rateWindow(3, 5000, now);
  for (const at of [750, 60_000]) {
    time = at;
    expect([other(), other(), other(), other()]).toEqual([true, true, true, false]);
  }
  expect(allow()).toBe(true);

  const hourly = rateWindow(1, 3_600_000);
  expect(hourly()).toBe(true);
  expect(hourly()).toBe(false);
});
