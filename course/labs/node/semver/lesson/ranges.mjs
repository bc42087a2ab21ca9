import semver from 'semver';

const versions = ['1.4.2', '1.4.9', '1.10.0', '2.0.0-rc.1', '2.0.0', '2.1.0'];

for (const range of ['^1.4.2', '~1.4.2', '1.4.2', '>=1.4.2', '^2.0.0-rc.1']) {
  const admitted = versions.filter((version) => semver.satisfies(version, range));
  console.log(range.padEnd(11), admitted.join(' '));
}
