import { formats } from '@harbour/printer';
import { kilograms } from '@harbour/units';
import { format } from './format.js';
import { ports } from './ports.js'; // made by `npm run build`

export function label({ to, grams }) {
  if (!Object.hasOwn(ports, to)) {
    throw new RangeError(`unknown port: ${to}`);
  }
  return format(to, ports[to], kilograms(grams));
}

formats.set('label', label);
