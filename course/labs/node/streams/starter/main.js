import { createReadStream, createWriteStream } from 'node:fs';
import { convert } from './convert.js';

const [from = 'parcels.csv', to = 'parcels.ndjson'] = process.argv.slice(2);
console.log(`${await convert(createReadStream(from), createWriteStream(to))} records`);
