import util from 'node:util';

export class ConfigError extends Error {
  constructor(problems) {
    super(problems.map(({ variable, problem }) => `${variable} (${problem})`).join(', '));
    this.problems = problems;
  }
}

const shown = () => '[secret]';

// A closure keeps the text: there is no property to print.
export const hide = (text) =>
  Object.freeze({
    reveal: () => text,
    toString: shown,
    toJSON: shown,
    [util.inspect.custom]: shown,
  });
