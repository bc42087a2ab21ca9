import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export class Entry {
  constructor(text) {
    this.text = text;
  }

  line() {
    return this.text;
  }
}

export function read(line) {
  if (!line.startsWith('!')) return new Entry(line);
  const { Alarm } = require('./alarm.js'); // late, when both files are there
  return new Alarm(line.slice(1));
}
