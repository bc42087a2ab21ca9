import semver from 'semver';

console.log(semver.validRange('^1.2.3'));
console.log(semver.validRange('^0.2.3'));
console.log(semver.validRange('^0.0.3'));
console.log(semver.validRange('~0.2.3'));
