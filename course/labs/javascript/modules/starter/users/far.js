// A user that works in another folder than the library's.
process.chdir(import.meta.dirname);

const { Alarm, Entry } = await import('logbook');
const { default: format } = await import('logbook/format');
console.log(format(new Alarm('fire')));
console.log(format(new Entry('tea')));
