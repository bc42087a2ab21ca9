module.exports = require('units') + 1;
