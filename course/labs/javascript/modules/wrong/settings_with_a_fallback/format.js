// What `logbook/format` gives.
import { existsSync, readFileSync } from 'node:fs';
import { Alarm } from './alarm.js';

const settings = existsSync('settings.json')
  ? JSON.parse(readFileSync('settings.json', 'utf8'))
  : { mark: '' };

/** An entry as people read it. */
function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
}

// `import` takes the one, `require` the other.
export { format as default, format as 'module.exports' };
