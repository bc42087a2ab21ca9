const { Alarm } = require('./alarm.js');
const settings = require('./settings.json');

module.exports = function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
};
