module.exports = require('./format.js').default;
