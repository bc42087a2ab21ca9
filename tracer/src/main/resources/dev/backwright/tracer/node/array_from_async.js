'use strict';
// Array.fromAsync as the standard has it; the engine has none.

const { fromAsync } = {
  async fromAsync(items, map = undefined, self = undefined) {
    if (map !== undefined && typeof map !== 'function') throw new TypeError(`${String(map)} is not a function`);
    const Constructor = typeof this === 'function' && this.prototype ? this : Array;
    const iterates = items[Symbol.asyncIterator] ?? items[Symbol.iterator];
    if (iterates == null) return fromArrayLike(new Constructor(items.length), items, map, self);
    const made = new Constructor();
    let index = 0;
    for await (const item of { [Symbol.asyncIterator]: () => iteratorOf(items) }) {
      define(made, index, map ? await Reflect.apply(map, self, [item, index]) : item);
      index++;
    }
    made.length = index;
    return made;
  },
};

/** What is not asynchronous gives its values awaited. */
function iteratorOf(items) {
  if (items[Symbol.asyncIterator] != null) return items[Symbol.asyncIterator]();
  return (async function* values() { yield* items; })();
}

async function fromArrayLike(made, items, map, self) {
  for (let index = 0; index < items.length; index++) {
    const item = await items[index];
    define(made, index, map ? await Reflect.apply(map, self, [item, index]) : item);
  }
  return made;
}

const define = (made, index, value) => Object.defineProperty(made, index, { value, writable: true, enumerable: true, configurable: true });

if (!Array.fromAsync) Object.defineProperty(Array, 'fromAsync', { value: fromAsync, writable: true, configurable: true, enumerable: false });
Object.defineProperty(fromAsync, 'length', { value: 1 });
