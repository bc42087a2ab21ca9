import { Entry } from './entry.js';

/** An entry that somebody should see at once. */
export class Alarm extends Entry {
  line() {
    return `!${super.line()}`;
  }
}
