// What `logbook/format` gives.
import { Alarm } from './alarm.js';
import settings from './settings.json' with { type: 'json' };

/** An entry as people read it. */
function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
}

export default format;
