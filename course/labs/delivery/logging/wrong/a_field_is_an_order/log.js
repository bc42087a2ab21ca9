// Winston, with one format for each concern.
import winston from 'winston';
import { collector } from './collector.js';
import { current } from './current.js';

const LEVELS = { fatal: 0, error: 1, warn: 2, info: 3, debug: 4, trace: 5 };
const SECRETS = ['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'];
const wanted = process.env.LOG_LEVEL ?? 'info';
const level = wanted in LEVELS ? wanted : 'info';

const cleaned = (value) => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(cleaned);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, SECRETS.includes(key.toLowerCase()) ? '***' : cleaned(each)]),
  );
};

const hideSecrets = winston.format((info) => Object.assign(info, cleaned({ ...info })));

const logger = winston.createLogger({
  level,
  levels: LEVELS,
  format: winston.format.combine(hideSecrets(), winston.format.timestamp(), winston.format.json()),
  transports: [new winston.transports.Stream({ stream: collector })],
});

const write = (level) => (fields, message) => {
  const own = { level, message, reqId: current()?.id };
  const { msg, time, timestamp, seq, ...others } = fields;
  logger.log({ ...others, ...own });
};

export const log = Object.fromEntries(Object.keys(LEVELS).map((name) => [name, write(name)]));

if (!(wanted in LEVELS)) log.warn({ wanted }, `no such level: ${wanted}`);
