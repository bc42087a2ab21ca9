import fs from 'node:fs';
import util from 'node:util';
import { ConfigError, hide } from './parts.js';

export { ConfigError };

const LEVELS = new Set(['debug', 'info', 'warn', 'error']);

const isPort = (text) => /^[0-9]{1,5}$/.test(text) && Number(text) > 0 && Number(text) < 65536;
const isRate = (text) => /^(0|1|0\.[0-9]+|1\.0+)$/.test(text);
const isUrl = (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);

export const loadConfig = (options = {}) => {
  const { env = process.env, path = '.env' } = options;
  const file = fs.existsSync(path) ? util.parseEnv(fs.readFileSync(path, 'utf8')) : {};
  const problems = [];

  function take(variable, isGood, convert, preset) {
    const text = [env[variable], file[variable]].find((each) => each !== undefined && each !== '');
    if (text === undefined && preset !== undefined) return preset;
    if (text === undefined) problems.push({ variable, problem: 'missing' });
    else if (!isGood(text)) problems.push({ variable, problem: 'wrong' });
    else return convert(text);
  }

  const config = {
    server: {
      host: take('HOST', () => true, String, '127.0.0.1'),
      port: take('PORT', isPort, Number, 3000),
      trustProxy: take('TRUST_PROXY', (t) => t === 'true' || t === 'false', (t) => t === 'true', false),
    },
    database: { url: take('DATABASE_URL', isUrl, hide) },
    session: { secret: take('SESSION_SECRET', (text) => text.length > 31, hide) },
    log: {
      level: take('LOG_LEVEL', (text) => LEVELS.has(text), String, 'info'),
      sampleRate: take('SAMPLE_RATE', isRate, parseFloat, 1),
    },
  };
  if (problems.length) throw new ConfigError(problems);
  for (const group of Object.values(config)) Object.freeze(group);
  return Object.freeze(config);
};
