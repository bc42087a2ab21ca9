// What `logbook/format` gives.
import { readFile } from 'node:fs/promises';
import { Alarm } from './alarm.js';

const settings = JSON.parse(await readFile(new URL('./settings.json', import.meta.url), 'utf8'));

/** An entry as people read it. */
function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
}

// `import` takes the one, `require` the other.
export { format as default, format as 'module.exports' };
