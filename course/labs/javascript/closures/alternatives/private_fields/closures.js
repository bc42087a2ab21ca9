// The state sits in private fields; the functions handed out are closures over `this` or over an object.
import { AnswerBook } from './answer_book.js';

export class Counter {
  #start;
  #step;
  #now;

  constructor(start, step) {
    this.#start = this.#now = start;
    this.#step = step;
  }

  next = () => {
    this.#now += this.#step;
    return this.#now;
  };

  value = () => this.#now;

  reset = () => {
    this.#now = this.#start;
    return this.#now;
  };
}

export function counter(start = 0, step = 1) {
  return new Counter(start, step);
}

export function memoize(fn) {
  const book = new AnswerBook();
  return function (...args) {
    return book.lookUp(args, () => Reflect.apply(fn, this, args));
  };
}

export function once(fn) {
  const book = new AnswerBook();
  return function (...args) {
    return book.lookUp([], () => Reflect.apply(fn, this, args));
  };
}

export function buttons(labels, onPress) {
  const made = [];
  for (const [position, label] of labels.entries()) {
    const press = onPress.bind(undefined, label, position);
    made.push(() => press());
  }
  return made;
}

class Window {
  #ends = [];
  constructor(limit, span, now) {
    Object.assign(this, { limit, span, now });
  }
  allow() {
    const { now } = this;
    const time = now();
    while (this.#ends.length > 0 && this.#ends[0] <= time) this.#ends.shift();
    return this.#ends.length < this.limit && this.#ends.push(time + this.span) > 0;
  }
}

export function rateWindow(limit, span, now) {
  const window = new Window(limit, span, now ?? (() => Date.now()));
  return window.allow.bind(window);
}
