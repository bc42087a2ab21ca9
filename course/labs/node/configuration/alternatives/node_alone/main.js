import { ConfigError, loadConfig } from './config.js';
import { start } from './server.js';

let config;
try {
  config = loadConfig();
} catch (error) {
  if (error instanceof ConfigError) {
    process.stderr.write(`cannot start: ${error.message}\n`);
    process.exit(78);
  }
  throw error;
}
start(config);
