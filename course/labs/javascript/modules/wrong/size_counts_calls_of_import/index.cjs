const book = require('./book.js');

module.exports = {
  Alarm: require('./alarm.js').Alarm,
  Entry: require('./entry.js').Entry,
  add: book.add,
  entries: book.entries,
  get size() {
    return book.size;
  },
};
