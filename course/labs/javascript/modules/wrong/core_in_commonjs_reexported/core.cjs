const { Alarm } = require('./alarm.js');
const { Entry, read } = require('./entry.js');

const all = [];

exports.Alarm = Alarm;
exports.Entry = Entry;
exports.size = 0;

exports.add = (line) => {
  const entry = read(line);
  all.push(entry);
  exports.size = all.length;
  return entry;
};

exports.entries = () => [...all];
