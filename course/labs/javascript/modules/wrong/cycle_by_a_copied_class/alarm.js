/** What an alarm has in common with an entry. */
class Base {
  constructor(text) {
    this.text = text;
  }

  line() {
    return this.text;
  }
}

/** An entry that somebody should see at once. */
export class Alarm extends Base {
  line() {
    return `!${super.line()}`;
  }
}
