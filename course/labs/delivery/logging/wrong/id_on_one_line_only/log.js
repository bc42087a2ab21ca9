import pino from 'pino';
import { collector } from './collector.js';

const SECRET = /^(password|token|authorization|cookie|set-cookie|card)$/i;
const hide = (name, value) => (SECRET.test(name) ? '[hidden]' : value);

const { LOG_LEVEL } = process.env;
const known = Object.hasOwn(pino.levels.values, LOG_LEVEL);

export const log = pino(
  {
    level: known ? LOG_LEVEL : 'info',
    base: undefined,
    // Fields may come from strangers: what a line says of itself is ours.
    formatters: { log: ({ level, time, timestamp, seq, msg, message, ...fields }) => fields },
    // Pino has dealt with errors and circles by now, so secrets are found at any depth.
    hooks: { streamWrite: (line) => `${JSON.stringify(JSON.parse(line, hide))}\n` },
  },
  collector,
);

if (LOG_LEVEL && !known) log.warn({ LOG_LEVEL }, 'unknown level');
