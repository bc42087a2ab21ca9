import { ConfigError, loadConfig } from './config.js';
import { start } from './server.js';

try {
  start(loadConfig());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
}
