import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { collector } from './collector.js';

/** Holds the id of the request on whose behalf the code runs, however deep and however late. */
export const requestId = new AsyncLocalStorage();

const SECRETS = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'];

/** A copy without secrets, at whatever depth they lie. What comes once more is left out. */
function clean(value, seen = new WeakSet()) {
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return undefined;
  seen.add(value);
  if (Array.isArray(value)) return value.map((each) => clean(each, seen));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRETS.includes(name.toLowerCase()) ? '[hidden]' : clean(inner, seen),
    ]),
  );
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
    formatters: { log: ({ err, ...fields }) => ({ err, ...clean(fields) }) },
    serializers: { err: (error) => clean(pino.stdSerializers.err(error)) },
  },
  collector,
);

if (LOG_LEVEL && !known) log.warn({ LOG_LEVEL }, 'unknown level');
