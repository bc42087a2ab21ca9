class Entry {
  constructor(text) {
    this.text = text;
  }

  line() {
    return this.text;
  }
}

class Alarm extends Entry {
  line() {
    return `!${super.line()}`;
  }
}

function read(line) {
  return line.startsWith('!') ? new Alarm(line.slice(1)) : new Entry(line);
}

module.exports = { Alarm, Entry, read };
