import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const npm = path.resolve('node_modules/npm/bin/npm-cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'berth-'));
const scripts = {
  premoor: 'echo before',
  moor: 'echo one && echo two',
  postmoor: 'echo after',
};
writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'berth', scripts }));

const words = [npm, 'run', '--silent', 'moor', '--', '--fast'];
process.stdout.write(execFileSync(process.execPath, words, { cwd: folder }));
rmSync(folder, { recursive: true });
