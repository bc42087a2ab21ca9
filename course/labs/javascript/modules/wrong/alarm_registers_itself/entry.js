const kinds = [];

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

/** Adds a kind of entry for lines that begin with `sign`. */
export function register(sign, Kind) {
  kinds.push({ sign, Kind });
}

/** Makes an entry of a line. One that begins with `!` is an alarm. */
export function read(line) {
  const kind = kinds.find(({ sign }) => line.startsWith(sign));
  return kind ? new kind.Kind(line.slice(kind.sign.length)) : new Entry(line);
}
