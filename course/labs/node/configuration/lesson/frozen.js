'use strict';

const config = Object.freeze({ log: { level: 'info' } });

try {
  config.log = {};
} catch (error) {
  console.log(error.message);
}
config.log.level = 'debug';
console.log(config.log.level);
