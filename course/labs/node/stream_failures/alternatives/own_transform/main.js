import { parseArgs } from 'node:util';
import { convertFile } from './convert.js';

const { positionals } = parseArgs({ allowPositionals: true });
const from = positionals[0] ?? 'parcels.csv';
const to = positionals[1] ?? 'parcels.ndjson';

convertFile(from, to).then(
  (count) => process.stdout.write(`${count} records\n`),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
