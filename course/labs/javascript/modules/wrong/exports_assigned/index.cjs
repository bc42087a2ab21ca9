const { Alarm, Entry, add, entries, size } = require('./index.js');

exports = { Alarm, Entry, add, entries, size };
