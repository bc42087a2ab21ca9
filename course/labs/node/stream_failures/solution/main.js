import { convertFile } from './convert.js';

const [from = 'parcels.csv', to = 'parcels.ndjson'] = process.argv.slice(2);
try {
  console.log(`${await convertFile(from, to)} records`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
