import { parse } from '@harbour/csv';
import { readFileSync, writeFileSync } from 'node:fs';

const rows = parse(readFileSync('ports.csv', 'utf8'));
const ports = Object.fromEntries(rows.map(({ code, name }) => [code, name]));
writeFileSync('src/ports.js', `export const ports = ${JSON.stringify(ports)};\n`);
