import { pad } from './internal/pad.js';

export function format(code, name, weight) {
  return `${pad(code, 5)}${pad(name, 11)}${weight}`;
}
