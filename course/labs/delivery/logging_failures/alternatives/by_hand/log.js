// No package at all: a line is an object, and JSON.stringify does the rest.
import { AsyncLocalStorage } from 'node:async_hooks';
import { collector } from './collector.js';

export const requestId = new AsyncLocalStorage();

const ORDER = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const asked = ORDER.indexOf(process.env.LOG_LEVEL);
const least = asked < 0 ? ORDER.indexOf('info') : asked;
const secret = RegExp(`^(${['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'].join('|')})$`, 'iu');

function plain(error, depth = 0) {
  const { message, stack, cause } = error;
  return { ...error, message, stack, cause: cause instanceof Error && depth < 5 ? plain(cause, depth + 1) : cause };
}

function text(object) {
  const inside = [];
  return JSON.stringify(object, function (name, value) {
    if (secret.test(name)) return '…';
    while (inside.length > 0 && inside.at(-1).made !== this) inside.pop();
    if (typeof value !== 'object' || value === null) return value;
    if (inside.some(({ from }) => from === value)) return '[circle]';
    const made = value instanceof Error ? plain(value) : value;
    inside.push({ from: value, made });
    return made;
  });
}

function line(level, fields, message) {
  if (ORDER.indexOf(level) < least) return;
  const { msg, seq, timestamp, ...more } = fields;
  const own = { level, time: new Date().toISOString(), reqId: requestId.getStore(), message };
  collector.write(text({ ...more, ...own }) + '\n');
}

export const log = {};
for (const level of ORDER) log[level] = (fields, message) => line(level, fields, message);

if (process.env.LOG_LEVEL && asked < 0) log.warn({ setting: process.env.LOG_LEVEL }, 'LOG_LEVEL is not known');
