// What `logbook/format` gives.
import { Alarm } from './alarm.js';
import settings from './settings.json' with { type: 'json' };

/** An entry as people read it. */
function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
}

// `import` takes the one, `require` the other.
export { format as default, format as 'module.exports' };
