// No package at all: a line is an object, and JSON.stringify does the rest.
import { collector } from './collector.js';
import { idOf } from './ids.js';

const ORDER = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
const asked = ORDER.indexOf(process.env.LOG_LEVEL);
const least = asked < 0 ? ORDER.indexOf('info') : asked;
const secret = RegExp(`^(${['password', 'token', 'authorization', 'cookie', 'set-cookie', 'card'].join('|')})$`, 'iu');

const text = (object) => JSON.stringify(object, (name, value) => (secret.test(name) ? '…' : value));

function line(level, fields, message) {
  if (ORDER.indexOf(level) < least) return;
  const { msg, seq, timestamp, ...more } = fields;
  const own = { level, time: new Date().toISOString(), reqId: idOf(), message };
  collector.write(text({ ...more, ...own }) + '\n');
}

export const log = {};
for (const level of ORDER) log[level] = (fields, message) => line(level, fields, message);

if (process.env.LOG_LEVEL && asked < 0) log.warn({ setting: process.env.LOG_LEVEL }, 'LOG_LEVEL is not known');
