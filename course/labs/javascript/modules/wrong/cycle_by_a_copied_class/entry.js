import { Alarm } from './alarm.js';

/** One line of the book. */
export class Entry {
  constructor(text) {
    this.text = text;
  }

  /** The line it was read from. */
  line() {
    return this.text;
  }
}

/** Makes an entry of a line. One that begins with `!` is an alarm. */
export function read(line) {
  return line.startsWith('!') ? new Alarm(line.slice(1)) : new Entry(line);
}
