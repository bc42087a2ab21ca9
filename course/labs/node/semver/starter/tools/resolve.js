// Asks the registry which versions each range of desk/package.json admits, and tells what the releases would be called.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const manifest = (folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));

function versions(spec) {
  try {
    const told = execFileSync('npm', ['view', spec, 'version', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
    return [JSON.parse(told)].flat().join(' ');
  } catch {
    return 'no version';
  }
}

const { dependencies, peerDependencies } = manifest('desk');
for (const [name, range] of Object.entries({ ...dependencies, ...peerDependencies })) {
  console.log(`${name} ${range}: ${versions(`${name}@${range}`)}`);
}
for (const folder of ['rounding', 'unit', 'preview', 'strict', 'backport']) {
  const { version, publishConfig } = manifest(folder);
  console.log(`${folder}: ${version}, tag ${publishConfig?.tag ?? 'latest'}`);
}
