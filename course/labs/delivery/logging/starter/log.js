import { collector } from './collector.js';

const write = (level) => (fields, message) => collector.write(`${level} ${message} ${JSON.stringify(fields)}\n`);

/** One function for each level: log.info({ sku: 'rose' }, 'reserved') */
export const log = {
  trace: write('trace'),
  debug: write('debug'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
  fatal: write('fatal'),
};
