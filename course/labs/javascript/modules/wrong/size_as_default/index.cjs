const book = require('./book.js');
const { Alarm } = require('./alarm.js');
const { Entry } = require('./entry.js');

module.exports = {
  Alarm,
  Entry,
  add: book.add,
  entries: book.entries,
  get size() {
    return book.current;
  },
};
