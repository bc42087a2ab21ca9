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
export async function read(line) {
  const { Alarm } = await import('./alarm.js');
  return line.startsWith('!') ? new Alarm(line.slice(1)) : new Entry(line);
}
