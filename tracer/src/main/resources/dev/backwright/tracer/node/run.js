'use strict';
// After the boot: what Java calls to run a program and to end it.

const { process, privateSymbols } = node;
const [EXITING, EXIT_CODE, HAS_EXIT_CODE] = [0, 1, 2];
/** The asynchronous id of the main script. */
const MAIN_SCRIPT = 1;
/** The exit code of a program whose top-level await nothing can settle. */
const UNSETTLED = 13;
const exitInfo = process[privateSymbols.exit_info_private_symbol];

/** What works without the world around a recording. */
const ALLOWED = new Set(['assert', 'assert/strict', 'async_hooks', 'buffer', 'console', 'constants', 'diagnostics_channel', 'events', 'fs', 'fs/promises', 'module', 'os', 'path',
  'path/posix', 'path/win32', 'perf_hooks', 'process', 'punycode', 'querystring', 'readline', 'readline/promises', 'stream', 'stream/consumers', 'stream/promises', 'stream/web',
  'string_decoder', 'sys', 'timers', 'timers/promises', 'url', 'util', 'util/types']);

const { BuiltinModule } = node.internal('internal/bootstrap/realm');
for (const [id, module] of BuiltinModule.map) {
  if (!BuiltinModule.canBeRequiredByUsers(id) || ALLOWED.has(id) || id.startsWith('internal/')) continue;
  module.compileForPublicLoader = () => {
    throw new Error(`The recorder cannot run programs that use node:${id}; run it in real Node instead: ./backwright run.`);
  };
}

const exitCode = (otherwise) => exitInfo[HAS_EXIT_CODE] ? exitInfo[EXIT_CODE] : otherwise;

/** File and line, the line itself, and a caret. */
function excerpt([file, line, column, text]) {
  return `${file}:${line}\n${text}\n${' '.repeat(Math.max(0, column))}^\n`;
}

/** Where it was thrown, or for a rejection and for what was not thrown by a statement, where it was made. */
function origin(error, fromPromise) {
  const position = (fromPromise ? undefined : host.throwPosition(error)) ?? host.errorPosition(error);
  return position && excerpt(position);
}

/** An uncaught error as Node prints it. */
function report(error, fromPromise) {
  const { inspect } = node.internal('internal/util/inspect');
  const end = `\n\nNode.js ${process.version}\n`;
  if (host.isNativeError(error)) {
    node.enhanceStack.before(error);
    const decorated = error[privateSymbols.decorated_private_symbol];
    const arrow = decorated ? undefined : error[privateSymbols.arrow_message_private_symbol] ?? origin(error, fromPromise);
    return `${arrow ? `${arrow}\n` : ''}${node.enhanceStack.after(error)}${end}`;
  }
  const where = `\n${origin(error, fromPromise) ?? ''}`;
  if (typeof error === 'object' && error !== null) return `${where}${inspect(error)}${end}`;
  return `${where}${String(error)}\n(Use \`node --trace-uncaught ...\` to show where the exception was thrown)${end}`;
}

host.setFailureReport(process, report, exitCode);

Object.assign(node, {
  runMain(main, args) {
    process.argv.push(main, ...args);
    const { pushAsyncContext, popAsyncContext } = node.internal('internal/async_hooks');
    pushAsyncContext(MAIN_SCRIPT, 0, {});
    host.compileModule('internal/main/run_main_module')(process, node.internal, node.internalBinding, node.primordials);
    popAsyncContext(MAIN_SCRIPT);
  },
  emitBeforeExit() { process.emit('beforeExit', exitCode(0)); },
  emitExit() { process.emit('exit', exitCode(unsettled() ? UNSETTLED : 0)); },
  markExiting() { process._exiting = true; },
  exitCode,
  finalExitCode() {
    if (!unsettled()) return exitCode(0);
    const code = exitCode(UNSETTLED);
    if (code === UNSETTLED) warnUnsettled();
    return code;
  },
});

/** Tells on standard error that the main module waits for ever. */
function warnUnsettled() {
  const module = globalThis[privateSymbols.entry_point_module_private_symbol];
  const position = module && node.awaitPosition(module);
  host.writeText(2, `Warning: Detected unsettled top-level await at ${position ? `${excerpt(position)}\n\n` : ''}\n`);
}

/** Whether the main module still waits at an `await` that nothing can end any more. */
function unsettled() {
  const promise = globalThis[privateSymbols.entry_point_promise_private_symbol];
  return promise !== undefined && host.getPromiseDetails(promise)[0] === 0;
}
