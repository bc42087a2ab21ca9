exports.early = 'a';
const b = require('./b.cjs');
exports.seen = `${Object.keys(b)}`;
exports.late = () => b.late();
