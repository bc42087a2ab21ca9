import { readFileSync } from 'node:fs';
import { Alarm } from './alarm.js';

const settings = JSON.parse(readFileSync(new URL('./settings.json', import.meta.url), 'utf8'));

export default function format(entry) {
  return entry instanceof Alarm ? settings.mark + entry.text : entry.text;
}
