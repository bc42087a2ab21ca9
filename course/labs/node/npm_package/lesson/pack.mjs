import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const npm = path.resolve('node_modules/npm/bin/npm-cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'berth-'));
mkdirSync(path.join(folder, 'src'));
for (const file of ['.env', 'berth.test.js', 'src/index.js']) {
  writeFileSync(path.join(folder, file), '');
}

function packed(manifest) {
  const all = { name: 'berth', version: '1.0.0', ...manifest };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(all));
  const told = execFileSync(process.execPath, [npm, 'pack', '--dry-run', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(told)[0].files.map((file) => file.path).join(' ');
}

console.log(packed({}));
console.log(packed({ files: ['src'] }));
rmSync(folder, { recursive: true });
