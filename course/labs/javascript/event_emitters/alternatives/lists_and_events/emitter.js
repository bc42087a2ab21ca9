// A linked list per event: nothing is ever taken out of the chain that a loop walks along.

class Entry {
  constructor(listener, times) {
    this.listener = listener;
    this.left = times;
  }

  call(self, args) {
    if (this.left-- > 0) Reflect.apply(this.listener, self, args);
  }
}

export class Emitter {
  _lists = new Map();

  _list(name) {
    if (!this._lists.has(name)) this._lists.set(name, new Set());
    return this._lists.get(name);
  }

  _with(name, entry) {
    this._list(name).add(entry);
    return this;
  }

  on(name, listener) {
    return this._with(name, new Entry(listener, Infinity));
  }

  once(name, listener) {
    return this._with(name, new Entry(listener, 1));
  }

  off(name, listener) {
    const mine = [...this._list(name)].filter((entry) => entry.listener === listener);
    this._list(name).delete(mine.pop());
    return this;
  }

  emit(name, ...args) {
    const snapshot = [...this._list(name)];
    if (name === 'error' && !snapshot.length) {
      const [problem] = args;
      throw Error.isError?.(problem) ? problem : new Error('error', { cause: problem });
    }
    for (const entry of snapshot) {
      if (entry.left === 1) this._list(name).delete(entry);
      entry.call(this, args);
    }
    return snapshot.length !== 0;
  }

  listenerCount(name) {
    return this._list(name).size;
  }
}
