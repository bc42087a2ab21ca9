#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { label } from '../src/index.js';

const { values } = parseArgs({
  options: { to: { type: 'string', default: 'RTM' }, grams: { type: 'string', default: '1000' } },
});
console.log(label({ to: values.to, grams: Number(values.grams) }));
