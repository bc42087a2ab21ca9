// Each request has a Pino child of its own; `log` is whichever belongs to the code that calls.
import { AsyncLocalStorage } from 'node:async_hooks';
import pino from 'pino';
import { collector } from './collector.js';

const NAMES = new Set(['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card']);
const OURS = new Set(['level', 'time', 'timestamp', 'seq', 'msg', 'message', 'reqId']);

function copy(value) {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const clean = {};
  for (const [name, inner] of Object.entries(value)) {
    if (!NAMES.has(name.toLowerCase())) clean[name] = copy(inner);
  }
  return clean;
}

function fieldsOf({ err, ...others }) {
  const clean = copy(others);
  for (const name of OURS) delete clean[name];
  if (err instanceof Error) clean.err = err.stack;
  else if (err !== undefined) clean.err = copy(err);
  return clean;
}

const levels = Object.values(pino.levels.labels);
const wish = process.env.LOG_LEVEL || 'info';

const root = pino(
  {
    level: levels.includes(wish) ? wish : 'info',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: fieldsOf, bindings: () => ({}) },
  },
  collector,
);

const children = new AsyncLocalStorage();

export const log = new Proxy(root, {
  get: (target, name) => {
    const logger = children.getStore() ?? target;
    const member = logger[name];
    return typeof member === 'function' ? member.bind(logger) : member;
  },
});

export const withId = (reqId, work) => children.run(root.child({ reqId }), work);

if (!levels.includes(wish)) root.warn('LOG_LEVEL is %s, which is no level', wish);
