// What Run runs. Change it as you like: no check looks at it.
import { makeBell } from './bell.js';
import { bind } from './bind.js';
import { makeDesk } from './desk.js';

/** Prints what `ask` gives, or the error it throws, beside what it should be. */
function show(title, ask, expected) {
  let seen;
  try {
    seen = ask();
  } catch (error) {
    seen = String(error);
  }
  console.log(`${title}: ${seen}  (should be: ${expected})`);
}

const bell = makeBell();
const desk = makeDesk('A', bell);

show('sign ', () => desk.sign(), 'A: 0 served');
desk.serve(1);
show('list ', () => desk.list(), 'A-1');
desk.open();
show('open ', () => bell.ring(2) ?? desk.served, '1,2');
desk.close();
show('close', () => bell.ring(3) ?? desk.served, '1,2');

console.log();
function price(pieces, discount) {
  return pieces * this.each - discount;
}
const shop = { each: 12 };
const other = { each: 50, price: bind(price, shop, 10) };

show('bound', () => other.price(5), 115);

class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
}
const OnLine7 = bind(Point, undefined, 7);

show('new  ', () => JSON.stringify(new OnLine7(4)), '{"x":7,"y":4}');
