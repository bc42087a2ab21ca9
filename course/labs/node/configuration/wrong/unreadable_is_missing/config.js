import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import dotenv from 'dotenv';

class Secret {
  #text;

  constructor(text) {
    this.#text = text;
    Object.freeze(this);
  }

  reveal() {
    return this.#text;
  }

  toString() {
    return '[secret]';
  }

  toJSON() {
    return '[secret]';
  }

  [inspect.custom]() {
    return '[secret]';
  }
}

export class ConfigError extends Error {
  name = 'ConfigError';

  constructor(problems) {
    const lines = problems.map(
      ({ variable, problem }) => `${variable} is ${problem}: it takes ${VARIABLES[variable].rule}`,
    );
    super(['The environment is not as it has to be.', ...lines].join('\n'));
    this.problems = problems;
  }
}

const oneOf = (...words) => (text) => (words.includes(text) ? text : undefined);

const flag = (text) => ({ __proto__: null, true: true, false: false })[text];

const number = (pattern, least, most) => (text) => {
  const value = Number(text);
  return pattern.test(text) && value >= least && value <= most ? value : undefined;
};

const url = (...protocols) => (text) =>
  protocols.includes(URL.parse(text)?.protocol) ? new Secret(text) : undefined;

const secret = (least) => (text) => (text.length >= least ? new Secret(text) : undefined);

// What each variable may be; `read` gives undefined for what it may not.
const VARIABLES = {
  HOST: { fallback: '127.0.0.1', read: (text) => text, rule: 'a name or an address' },
  PORT: {
    fallback: '3000',
    read: number(/^\d+$/, 1, 65535),
    rule: 'a whole number from 1 to 65535',
  },
  TRUST_PROXY: { fallback: 'false', read: flag, rule: 'true or false' },
  DATABASE_URL: { read: url('postgres:', 'postgresql:'), rule: 'a URL of PostgreSQL' },
  SESSION_SECRET: { read: secret(32), rule: 'at least 32 characters' },
  LOG_LEVEL: {
    fallback: 'info',
    read: oneOf('debug', 'info', 'warn', 'error'),
    rule: 'debug, info, warn or error',
  },
  SAMPLE_RATE: {
    fallback: '1',
    read: number(/^\d+(\.\d+)?$/, 0, 1),
    rule: 'a number from 0 to 1',
  },
};

function readFile(path) {
  try {
    return dotenv.parse(readFileSync(path));
  } catch {
    return {}; // no such file
  }
}

export function loadConfig({ env = process.env, path = '.env' } = {}) {
  const file = readFile(path);
  const problems = [];
  const values = {};
  for (const [variable, { fallback, read }] of Object.entries(VARIABLES)) {
    const text = env[variable] || file[variable] || fallback;
    const value = text && read(text);
    if (value === undefined) problems.push({ variable, problem: text ? 'wrong' : 'missing' });
    values[variable] = value;
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze({
    server: Object.freeze({ host: values.HOST, port: values.PORT, trustProxy: values.TRUST_PROXY }),
    database: Object.freeze({ url: values.DATABASE_URL }),
    session: Object.freeze({ secret: values.SESSION_SECRET }),
    log: Object.freeze({ level: values.LOG_LEVEL, sampleRate: values.SAMPLE_RATE }),
  });
}
