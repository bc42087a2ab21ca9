// Writes the recording that the tests of the pages show.

import { writeFile } from 'node:fs/promises';
import { orderTrace } from './order-trace.js';

const steps = orderTrace.steps.map((step) => JSON.stringify(step)).join(',\n');
const { steps: _, ...rest } = orderTrace;
await writeFile(new URL('../../src/test/resources/dev/backwright/academy/web/order-trace.json', import.meta.url),
  `${JSON.stringify(rest).slice(0, -1)},"steps":[\n${steps}\n]}\n`);
