/** A small emitter: listeners are called at once, in the order in which they were added. */
export class Emitter {
  #lists = Object.create(null);

  on(name, listener) {
    return this.#add(name, { listener, once: false });
  }

  once(name, listener) {
    return this.#add(name, { listener, once: true });
  }

  off(name, listener) {
    const list = this.#lists[name] ?? [];
    const found = list.findLast((entry) => entry.listener === listener);
    if (found) list.splice(list.indexOf(found), 1);
    return this;
  }

  emit(name, ...args) {
    const list = this.#lists[name] ?? [];
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
    return (this.#lists[name] ?? []).length;
  }

  #add(name, entry) {
    (this.#lists[name] ??= []).push(entry);
    return this;
  }

  #remove(name, entry) {
    this.#lists[name] = this.#lists[name].filter((each) => each !== entry);
  }
}

function asError(value) {
  return value instanceof Error ? value : new Error('Nobody listens to error.', { cause: value });
}
