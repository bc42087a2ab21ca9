import process, { nextTick } from 'node:process';
import fs from 'fs';
import * as path from 'node:path';
import { builtinModules, isBuiltin } from 'node:module';
console.log(process === globalThis.process, nextTick === process.nextTick, typeof fs.readFileSync, path.default === path.posix, isBuiltin('node:fs'), isBuiltin('nope'), builtinModules.includes('events'));
