import { readFileSync } from 'node:fs';
import { Alarm } from './alarm.js';

const { mark } = JSON.parse(readFileSync(`${import.meta.dirname}/settings.json`, 'utf8'));

const format = (entry) => [mark].filter(() => entry instanceof Alarm).concat(entry.text).join('');

export default format;
export { format as 'module.exports' };
