import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { collector } from './collector.js';

/** Holds the id of the request on whose behalf the code runs, however deep and however late. */
export const requestId = new AsyncLocalStorage();

const SECRET = /^(password|token|authorization|cookie|card)$/i;
const hide = (name, value) => (SECRET.test(name) ? '[hidden]' : value);

const { LOG_LEVEL } = process.env;
const known = Object.hasOwn(pino.levels.values, LOG_LEVEL);

export const log = pino(
  {
    level: known ? LOG_LEVEL : 'info',
    base: undefined,
    mixin: () => ({ reqId: requestId.getStore() }),
    // Fields may come from strangers: what a line says of itself is ours.
    mixinMergeStrategy: ({ level, time, timestamp, seq, msg, message, ...fields }, ours) => ({ ...fields, ...ours }),
    // Pino has dealt with errors and circles by now, so secrets are found at any depth.
    hooks: { streamWrite: (line) => `${JSON.stringify(JSON.parse(line, hide))}\n` },
  },
  collector,
);

if (LOG_LEVEL && !known) log.warn({ LOG_LEVEL }, 'unknown level');
