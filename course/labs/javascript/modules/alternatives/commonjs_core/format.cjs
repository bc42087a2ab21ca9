const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Alarm } = require('./kinds.cjs');

const { mark } = JSON.parse(readFileSync(join(__dirname, 'settings.json'), 'utf8'));

module.exports = (entry) => (entry instanceof Alarm ? mark : '') + entry.text;
