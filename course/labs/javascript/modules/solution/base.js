/** One line of the book. It knows no other file, so it can be loaded before any. */
export class Entry {
  constructor(text) {
    this.text = text;
  }

  /** The line it was read from. */
  line() {
    return this.text;
  }
}
