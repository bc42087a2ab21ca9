const { Alarm, Entry, read } = require('./kinds.cjs');

const all = [];
const listeners = [];

module.exports = {
  Alarm,
  Entry,
  add(line) {
    const entry = read(line);
    all.push(entry);
    for (const listener of listeners) listener(all.length);
    return entry;
  },
  entries: () => all.slice(),
  get size() {
    return all.length;
  },
};

Object.defineProperty(module.exports, 'onAdd', {
  value: (listener) => listeners.push(listener),
});
