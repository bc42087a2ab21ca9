import { Entry } from './base.js';

/** An entry that somebody should see at once. */
export class Alarm extends Entry {
  line() {
    return `!${super.line()}`;
  }
}
