import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { collector } from './collector.js';

/** Holds the id of the request on whose behalf the code runs, however deep and however late. */
export const requestId = new AsyncLocalStorage();

const SECRETS = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'];

/** A copy that JSON can take, without secrets. `above`: the objects that the value lies in. */
function clean(value, above = []) {
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circle]';
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((each) => clean(each, inside));
  return Object.fromEntries(
    membersOf(value).map(([name, each]) => [
      name,
      SECRETS.includes(name.toLowerCase()) ? '[hidden]' : clean(each, inside),
    ]),
  );
}

/** What an error says of itself is not enumerable. */
function membersOf(value) {
  if (!(value instanceof Error)) return Object.entries(value);
  const { message, stack, cause } = value;
  return Object.entries({ message, stack, cause, ...value });
}

const { LOG_LEVEL } = process.env;
const known = Object.hasOwn(pino.levels.values, LOG_LEVEL);

export const log = pino(
  {
    level: known ? LOG_LEVEL : 'info',
    base: undefined,
    mixin: () => ({ reqId: requestId.getStore() }),
    // Fields may come from strangers: what a line says of itself is ours.
    mixinMergeStrategy: ({ level, time, timestamp, seq, msg, message, ...fields }, ours) => ({ ...fields, ...ours }),
    formatters: { log: clean },
    serializers: { err: (copy) => copy }, // Pino's own is for errors, and this is one no more
  },
  collector,
);

if (LOG_LEVEL && !known) log.warn({ LOG_LEVEL }, 'unknown level');
