const a = require('./a.cjs');
exports.seen = `${Object.keys(a)}`;
module.exports = { seen: exports.seen, late: () => a.late === undefined ? 'too early' : 'b late', replaced: true };
console.log('b', a.early, a.late, a.missing);
