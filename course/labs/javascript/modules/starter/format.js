// What `logbook/format` gives.
import { readFile } from 'node:fs/promises';
import { Alarm } from './alarm.js';

const settings = JSON.parse(await readFile('settings.json', 'utf8'));

/** An entry as people read it. */
export default function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
}
