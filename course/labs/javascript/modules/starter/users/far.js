// A user that works in another folder than the library's.
process.chdir(import.meta.dirname);

const { Alarm } = await import('../alarm.js');
const { Entry } = await import('../entry.js');
const { default: format } = await import('logbook/format');
console.log(format(new Alarm('fire')));
console.log(format(new Entry('tea')));
