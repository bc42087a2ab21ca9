import { convertFile } from './convert.js';

const [from = 'parcels.csv', to = 'parcels.ndjson'] = process.argv.slice(2);
console.log(`${await convertFile(from, to)} records`);
