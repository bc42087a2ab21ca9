import { rmSync } from 'node:fs';

rmSync('test/tmp', { recursive: true, force: true });
