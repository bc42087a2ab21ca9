// Stays as it is.
import { setTimeout as pause } from 'node:timers/promises';

/** Tells whoever waits for a parcel. An abstract class is there when the program runs, so it can be a token. */
export abstract class Notices {
  abstract send(text: string): Promise<void>;
}

/** Writes a line and takes its time, as a mail server does. */
export class LogNotices extends Notices {
  async send(text: string): Promise<void> {
    console.log(`notice: ${text}`);
    await pause(50);
  }
}
