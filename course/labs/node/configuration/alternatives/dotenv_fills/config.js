import dotenv from 'dotenv';
import { inspect } from 'node:util';

const texts = new WeakMap();

class Hidden {
  static of(text) {
    const hidden = Object.freeze(new Hidden());
    texts.set(hidden, text);
    return hidden;
  }

  reveal() {
    return texts.get(this);
  }

  [Symbol.toPrimitive]() {
    return '[secret]';
  }

  toJSON() {
    return '[secret]';
  }

  [inspect.custom](depth, options) {
    return options.stylize('[secret]', 'special');
  }
}

export class ConfigError extends Error {
  problems = [];

  static of(problems) {
    const missing = problems.filter(({ problem }) => problem === 'missing');
    const wrong = problems.filter(({ problem }) => problem === 'wrong');
    const names = (list) => list.map(({ variable }) => variable).join(', ') || 'none';
    const error = new ConfigError(`Missing: ${names(missing)}. Wrong: ${names(wrong)}.`);
    error.problems = problems;
    return error;
  }
}

class Wrong extends Error {}

const check = (holds) => {
  if (!holds) throw new Wrong();
};

const SCHEMA = [
  ['server.host', 'HOST', '127.0.0.1', (text) => text],
  ['server.port', 'PORT', '3000', (text) => {
    check(/^\d+$/.test(text));
    check(+text >= 1 && +text <= 65535);
    return +text;
  }],
  ['server.trustProxy', 'TRUST_PROXY', 'false', (text) => {
    check(['true', 'false'].includes(text));
    return JSON.parse(text);
  }],
  ['database.url', 'DATABASE_URL', '', (text) => {
    check(/^postgres(ql)?:\/\//.test(text));
    return Hidden.of(text);
  }],
  ['session.secret', 'SESSION_SECRET', '', (text) => {
    check(text.length >= 32);
    return Hidden.of(text);
  }],
  ['log.level', 'LOG_LEVEL', 'info', (text) => {
    check(/^(debug|info|warn|error)$/.test(text));
    return text;
  }],
  ['log.sampleRate', 'SAMPLE_RATE', '1', (text) => {
    check(/^\d+(\.\d+)?$/.test(text));
    check(Number(text) <= 1);
    return Number(text);
  }],
];

function collect(env, path) {
  const all = {};
  for (const [, variable] of SCHEMA) {
    if (env[variable]) all[variable] = env[variable];
  }
  const { error } = dotenv.config({ path, processEnv: all, quiet: true });
  if (error && error.code !== 'ENOENT') throw error;
  return all;
}

function deepFreeze(object) {
  Object.values(object)
    .filter((value) => typeof value === 'object')
    .forEach(deepFreeze);
  return Object.freeze(object);
}

export function loadConfig({ env, path } = {}) {
  const all = collect(env ?? process.env, path ?? '.env');
  const config = { server: {}, database: {}, session: {}, log: {} };
  const problems = [];
  for (const [place, variable, preset, read] of SCHEMA) {
    const [group, name] = place.split('.');
    const text = all[variable] || preset;
    try {
      config[group][name] = read(text);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push({ variable, problem: text === '' ? 'missing' : 'wrong' });
    }
  }
  if (problems.length > 0) throw ConfigError.of(problems);
  return deepFreeze(config);
}
