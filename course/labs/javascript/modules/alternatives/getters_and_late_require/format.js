import { createRequire } from 'node:module';
import { Alarm } from './alarm.js';

const settings = createRequire(import.meta.url)('./settings.json');

export default (entry) => (entry instanceof Alarm ? `${settings.mark}${entry.text}` : entry.text);
