import { randomUUID } from 'node:crypto';

const ALLOWED = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-');

/** The id that was given, or a new one where that is missing or unfit for a log. */
export function fitId(given = '') {
  const fit = given.length > 7 && given.length < 65 && [...given].every((c) => ALLOWED.has(c));
  return fit ? given : randomUUID();
}
