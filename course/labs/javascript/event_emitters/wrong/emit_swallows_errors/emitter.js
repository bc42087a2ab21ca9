/** A small emitter: listeners are called at once, in the order in which they were added. */
export class Emitter {
  #entries = [];

  on(name, listener) {
    return this.#add({ name, listener, once: false });
  }

  once(name, listener) {
    return this.#add({ name, listener, once: true });
  }

  off(name, listener) {
    return this.#remove(
      this.#entries.findLast((entry) => entry.name === name && entry.listener === listener),
    );
  }

  /** Calls all listeners of `name` with these arguments; tells whether there were any. */
  emit(name, ...args) {
    const entries = this.#of(name);
    if (name === 'error' && entries.length === 0) throw asError(args[0]);
    for (const entry of entries) {
      if (entry.done) continue;
      if (entry.once) {
        entry.done = true;
        this.#remove(entry);
      }
      try {
        entry.listener.apply(this, args);
      } catch (error) {
        console.error(error);
      }
    }
    return entries.length > 0;
  }

  listenerCount(name) {
    return this.#of(name).length;
  }

  #of(name) {
    return this.#entries.filter((entry) => entry.name === name);
  }

  #add(entry) {
    this.#entries.push(entry);
    return this;
  }

  #remove(entry) {
    this.#entries = this.#entries.filter((each) => each !== entry);
    return this;
  }
}

function asError(value) {
  return value instanceof Error ? value : new Error('Nobody listens to error.', { cause: value });
}
