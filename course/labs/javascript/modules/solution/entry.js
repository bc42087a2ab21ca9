import { Alarm } from './alarm.js';
import { Entry } from './base.js';

export { Entry };

/** Makes an entry of a line. One that begins with `!` is an alarm. */
export function read(line) {
  return line.startsWith('!') ? new Alarm(line.slice(1)) : new Entry(line);
}
