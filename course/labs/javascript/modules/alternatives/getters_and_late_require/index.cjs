const book = require('./book.js');

exports.Alarm = require('./alarm.js').Alarm;
exports.Entry = require('./entry.js').Entry;
exports.add = (line) => book.add(line);
exports.entries = () => book.entries();
Object.defineProperty(exports, 'size', { enumerable: true, get: () => book.size });
