const os = require('os');
console.log(os.EOL === '\n', os.platform(), typeof os.cpus().length, os.constants.signals.SIGTERM);
