/** A small emitter: listeners are called at once, in the order in which they were added. */
export class Emitter {
  #lists = new Map();

  on(name, listener) {
    return this.#add(name, { listener, once: false });
  }

  once(name, listener) {
    return this.#add(name, { listener, once: true });
  }

  off(name, listener) {
    return this.#remove(
      name,
      this.#of(name).findLast((entry) => entry.listener === listener),
    );
  }

  emit(name, ...args) {
    const list = this.#of(name);
    if (name === 'error' && list.length === 0) throw asError(args[0]);
    for (const entry of list) {
      if (entry.done) continue;
      if (entry.once) {
        entry.done = true;
        this.#remove(name, entry);
      }
      entry.listener.apply(this, args);
    }
    return list.length > 0;
  }

  listenerCount(name) {
    return this.#of(name).length;
  }

  #of(name) {
    return this.#lists.get(name) ?? [];
  }

  #add(name, entry) {
    if (!this.#lists.has(name)) this.#lists.set(name, []);
    this.#lists.get(name).push(entry);
    return this;
  }

  // A new list each time: one that is being gone through loses nobody.
  #remove(name, entry) {
    this.#lists.set(name, this.#of(name).filter((each) => each !== entry));
    return this;
  }
}

function asError(value) {
  return value instanceof Error ? value : new Error('Nobody listens to error.', { cause: value });
}
