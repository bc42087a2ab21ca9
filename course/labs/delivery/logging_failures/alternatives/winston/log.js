// Winston, with one format for each concern.
import { AsyncLocalStorage } from 'node:async_hooks';
import winston from 'winston';
import { collector } from './collector.js';

export const requestId = new AsyncLocalStorage();

const LEVELS = { fatal: 0, error: 1, warn: 2, info: 3, debug: 4, trace: 5 };
const SECRETS = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'];
const wanted = process.env.LOG_LEVEL ?? 'info';
const level = wanted in LEVELS ? wanted : 'info';

const cleaned = (value, above = []) => {
  if (value === null || typeof value !== 'object') return value;
  if (above.includes(value)) return '(circle)';
  const path = [...above, value];
  if (Array.isArray(value)) return value.map((each) => cleaned(each, path));
  const all = Object.entries(value);
  if (value instanceof Error) {
    const { name, message, stack, cause } = value;
    all.push(...Object.entries({ name, message, stack, ...(cause && { cause }) }));
  }
  return Object.fromEntries(
    all.map(([key, each]) => [key, SECRETS.includes(key.toLowerCase()) ? '***' : cleaned(each, path)]),
  );
};

const hideSecrets = winston.format((info) => Object.assign(info, cleaned({ ...info })));

// Winston drops an entry with `exception: true`, unless it is to handle exceptions. Its text is made by now.
const keepAll = winston.format((info) => {
  delete info.exception;
  return info;
});

const logger = winston.createLogger({
  level,
  levels: LEVELS,
  format: winston.format.combine(hideSecrets(), winston.format.timestamp(), winston.format.json(), keepAll()),
  transports: [new winston.transports.Stream({ stream: collector })],
});

const write = (level) => (fields, message) => {
  const own = { level, message, reqId: requestId.getStore() };
  const { msg, time, timestamp, seq, ...others } = fields;
  logger.log({ ...others, ...own });
};

export const log = Object.fromEntries(Object.keys(LEVELS).map((name) => [name, write(name)]));

/** Calls back when everything logged so far is out. */
export function flushed(done) {
  setImmediate(() => collector.write('', done)); // Winston hands lines on within a tick
}

if (!(wanted in LEVELS)) log.warn({ wanted }, `no such level: ${wanted}`);
