'use strict';
// V8 remembers which class made an object even when its prototype is taken away, and prints it: `[Named: null prototype] {}`.

const makers = new WeakMap();
const { setPrototypeOf: plain } = Object;

const { setPrototypeOf } = {
  setPrototypeOf(object, prototype) {
    if (prototype === null && typeof object === 'object' && object !== null && !host.isProxy(object)) makers.set(object, host.getConstructorName(object));
    return Reflect.apply(plain, Object, [object, prototype]);
  },
};
Object.defineProperty(Object, 'setPrototypeOf', { value: setPrototypeOf, writable: true, configurable: true, enumerable: false });

/** @param {object} object @returns {string} */
node.constructorName = (object) => (!host.isProxy(object) && Object.getPrototypeOf(object) === null && makers.get(object)) || host.getConstructorName(object);
