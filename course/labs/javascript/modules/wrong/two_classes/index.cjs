const book = require('./book.js');

// The same classes, for users that require.
class Entry {
  constructor(text) {
    this.text = text;
  }

  line() {
    return this.text;
  }
}

class Alarm extends Entry {
  line() {
    return `!${super.line()}`;
  }
}

module.exports = {
  Alarm,
  Entry,
  add: book.add,
  entries: book.entries,
  get size() {
    return book.size;
  },
};
