// One Map of arrays; arrays are never changed, only replaced, so a loop under way is not disturbed.

export function Emitter() {
  if (new.target === undefined) return new Emitter();
  const table = new Map();
  const get = (name) => table.get(name) ?? [];

  this.on = (name, listener) => {
    table.set(name, [...get(name), listener]);
    return this;
  };

  this.once = (name, listener) => {
    let called = false;
    function wrapper(...args) {
      if (called) return;
      called = true;
      table.set(name, get(name).filter((each) => each !== wrapper));
      listener.apply(this, args);
    }
    wrapper.listener = listener;
    return this.on(name, wrapper);
  };

  this.off = (name, listener) => {
    const list = get(name);
    const at = list.findLastIndex((each) => each === listener || each.listener === listener);
    if (at >= 0) table.set(name, list.toSpliced(at, 1));
    return this;
  };

  this.emit = (name, ...args) => {
    const list = get(name);
    if (list.length === 0) {
      if (name !== 'error') return false;
      const [error] = args;
      if (error instanceof Error) throw error;
      throw Object.assign(new TypeError(`not an error: ${String(error)}`), { cause: error });
    }
    list.forEach((each) => each.call(this, ...args));
    return true;
  };

  this.listenerCount = (name) => get(name).length;
}
