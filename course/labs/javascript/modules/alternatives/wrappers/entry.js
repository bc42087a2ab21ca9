export class Entry {
  constructor(text) {
    this.text = text;
  }

  line() {
    return this.text;
  }
}

export class Alarm extends Entry {
  line() {
    return `!${super.line()}`;
  }
}

export function read(line) {
  return line.startsWith('!') ? new Alarm(line.slice(1)) : new Entry(line);
}
