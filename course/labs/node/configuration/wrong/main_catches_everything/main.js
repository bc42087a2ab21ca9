import { loadConfig } from './config.js';
import { start } from './server.js';

try {
  start(loadConfig());
} catch (error) {
  console.error(error.message);
  process.exitCode = 78;
}
