package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Unmet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a learner's code may try against the probe it shares a process with. Each attack stands in front of a program
/// whose `answer()` is 41; a check that wants 42 must fail, and must fail as the learner's failure.
class AttackTest {

    @RegisterExtension static final Workshop WORKSHOP = Workshop.plain();

    private static final String HONEST =
            "\nexport const answer = () => 41;\nexport const later = async () => 41;\n";

    /// @param harmless whether an honest program that happens to do this must still be judged rightly
    record Attack(String name, boolean harmless, String code) {}

    private static Attack harmless(String name, String code) {
        return new Attack(name, true, code);
    }

    private static Attack fatal(String name, String code) {
        return new Attack(name, false, code);
    }

    private static final String FRAME =
            "Buffer.concat([Buffer.from([0, 0, 0, 31]), Buffer.alloc(16), Buffer.from('{\"ok\":{\"t\":\"number\",\"v\":\"42\"}}')])";

    private static final List<Attack> AT_LOADING =
            List.of(
                    fatal("exits with 0", "process.exit(0);"),
                    fatal("exits behind the back of exit", "process.reallyExit(0);"),
                    fatal("exits in a promise job", "await null; process.exit(0);"),
                    fatal("aborts", "process.abort();"),
                    fatal("kills itself", "process.kill(process.pid, 'SIGKILL');"),
                    fatal(
                            "asks for the inspector by signal",
                            "process.kill(process.pid, 'SIGUSR1'); throw 1"),
                    fatal("spins", "for (;;);"),
                    fatal(
                            "starves promise jobs",
                            "const f = () => queueMicrotask(f); f(); await new Promise(() => {});"),
                    fatal(
                            "starves the next tick",
                            "const f = () => process.nextTick(f); f(); await new Promise(() => {});"),
                    fatal("never settles", "await new Promise(() => {});"),
                    fatal(
                            "never settles while alive",
                            "setInterval(() => {}, 1); await new Promise(() => {});"),
                    fatal("throws undefined", "throw undefined;"),
                    fatal(
                            "throws a hostile proxy",
                            "throw new Proxy({}, { get() { throw 1 }, getPrototypeOf() { throw 2 }, ownKeys() { throw 3 } });"),
                    fatal(
                            "writes a forged frame",
                            "import fs from 'node:fs'; fs.writeSync(4, " + FRAME + ");"),
                    fatal(
                            "writes half a frame",
                            "import fs from 'node:fs'; fs.writeSync(4, Buffer.from([0, 0, 0, 31, 1]));"),
                    fatal(
                            "writes an enormous frame",
                            "import fs from 'node:fs'; fs.writeSync(4, Buffer.alloc(20, 127));"),
                    fatal("closes descriptor 4", "import fs from 'node:fs'; fs.closeSync(4);"),
                    fatal("closes descriptor 3", "import fs from 'node:fs'; fs.closeSync(3);"),
                    fatal(
                            "closes all descriptors",
                            "import fs from 'node:fs'; for (let i = 0; i < 64; i++) try { fs.closeSync(i) } catch {}"),
                    fatal(
                            "puts a file in place of descriptor 3",
                            "import fs from 'node:fs'; fs.writeFileSync('x', 'y'.repeat(999)); fs.closeSync(3); fs.openSync('x');"),
                    fatal(
                            "changes V8's flags",
                            "import v8 from 'node:v8'; v8.setFlagsFromString('--allow-natives-syntax'); eval('%DebugPrint(1)');"),
                    fatal(
                            "replaces the process",
                            "process.execve(process.execPath, [process.execPath, '-e', '0'], {}); throw 1"),
                    fatal(
                            "reads its memory",
                            "import fs from 'node:fs'; fs.openSync('/proc/self/mem', 'r+');"),
                    fatal(
                            "reads its memory by another name",
                            "import fs from 'node:fs'; fs.openSync('/proc/' + process.pid + '/task/' + process.pid + '/mem');"),
                    fatal(
                            "reads its memory through a link",
                            "import fs from 'node:fs'; fs.symlinkSync('/proc/self/mem', 'm'); fs.openSync('m');"),
                    fatal(
                            "reads its memory through a relative link",
                            "import fs from 'node:fs'; fs.symlinkSync('../../../../../../../../proc/self/mem', 'm'); fs.openSync('m');"),
                    fatal(
                            "reads its memory up from the work folder",
                            "import fs from 'node:fs'; fs.openSync('../../../../../../../../proc/self/mem');"),
                    fatal(
                            "reads its memory by a URL",
                            "import fs from 'node:fs'; fs.openSync(new URL('file:///proc/self/mem'));"),
                    fatal(
                            "reads its memory by bytes",
                            "import fs from 'node:fs'; fs.openSync(Buffer.from('/proc/self/mem'));"),
                    fatal(
                            "copies its memory",
                            "import fs from 'node:fs'; fs.copyFileSync('/proc/self/mem', 'm');"),
                    fatal(
                            "reads its environment",
                            "import fs from 'node:fs'; fs.readFileSync('/proc/self/environ');"),
                    fatal(
                            "opens its descriptors anew",
                            "import fs from 'node:fs'; fs.openSync('/proc/self/fd/3', 'w');"),
                    fatal(
                            "opens its descriptors by /dev",
                            "import fs from 'node:fs'; fs.openSync('/dev/fd/3', 'w');"),
                    fatal(
                            "connects an inspector to itself",
                            "import { Session } from 'node:inspector'; new Session().connect();"),
                    fatal(
                            "opens an inspector",
                            "import inspector from 'node:inspector'; inspector.open(0); throw 1"),
                    fatal("binds to the inside", "process.binding('fs');"),
                    fatal("binds to the inside of crypto", "process.binding('crypto');"),
                    fatal("loads native code", "process.dlopen({ exports: {} }, '/x.node');"),
                    fatal(
                            "starts a worker",
                            "import { Worker } from 'node:worker_threads'; new Worker('require(\"fs\").closeSync(4)', { eval: true });"),
                    fatal(
                            "starts a child",
                            "import { spawnSync } from 'node:child_process'; if (spawnSync('sh', ['-c', 'echo >&4']).error) throw 1;"),
                    fatal(
                            "registers module hooks in a thread",
                            "import { register } from 'node:module'; register('data:text/javascript,'); throw 1"),
                    fatal(
                            "starts another probe",
                            "import fs from 'node:fs'; import { createRequire } from 'node:module'; createRequire(import.meta.url)('./.backwright-probe.cjs');"),
                    harmless("prints frames", "process.stdout.write(" + FRAME + ");"),
                    harmless(
                            "takes a heap snapshot",
                            "import v8 from 'node:v8'; v8.getHeapSnapshot({ exposeInternals: true, exposeNumericValues: true }).resume();"),
                    harmless(
                            "silences the console",
                            "console.log = process.stdout.write = process.stderr.write = () => true;"),
                    harmless(
                            "patches JSON",
                            "JSON.parse = JSON.stringify = () => '{\"ok\":{\"t\":\"number\",\"v\":\"42\"}}'; String.prototype.toJSON = Object.prototype.toJSON = () => 42;"),
                    harmless(
                            "patches Map and Set",
                            "for (const C of [Map, Set, WeakMap]) for (const k of Reflect.ownKeys(C.prototype)) try { C.prototype[k] = () => 42 } catch {}"),
                    harmless(
                            "patches Reflect and Proxy",
                            "for (const k of Reflect.ownKeys(Reflect)) try { Reflect[k] = () => 42 } catch {} globalThis.Proxy = function () { throw 1 };"),
                    harmless(
                            "patches functions",
                            "Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => 42; Function.prototype[Symbol.hasInstance];"),
                    harmless(
                            "patches iteration",
                            "Array.prototype[Symbol.iterator] = function* () { yield 42 }; Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true });"),
                    harmless(
                            "sets traps on array indices",
                            "for (let i = 0; i < 9; i++) Object.defineProperty(Array.prototype, i, { set() {}, get() { return 42 }, configurable: true });"),
                    harmless(
                            "sets traps on all objects",
                            "for (const k of ['ok', 'op', 'of', 'code', 'still', 'until', 'pause', 'count', 'args', 't', 'v', 'h']) Object.defineProperty(Object.prototype, k, { __proto__: null, set() {}, get() { return 42 }, configurable: true });"),
                    harmless(
                            "patches typed arrays",
                            "const T = Object.getPrototypeOf(Uint8Array.prototype); for (const k of ['length', 'byteLength', 'buffer', 'byteOffset']) Object.defineProperty(T, k, { get() { try { for (let i = 20; i < 60; i++) this[i] = 52 } catch {} return 64 } });"),
                    harmless(
                            "patches Buffer and String",
                            "for (const o of [Buffer.prototype, String.prototype]) for (const k of ['latin1Slice', 'utf8Write', 'slice', 'charCodeAt', 'toString', 'split']) o[k] = () => '42'; String.fromCharCode = () => '4';"),
                    harmless(
                            "patches fs",
                            "import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; fs.writeSync = fs.readSync = () => 0; syncBuiltinESMExports();"),
                    harmless(
                            "patches timers",
                            "globalThis.setTimeout = globalThis.setImmediate = () => {}; Date.now = () => 1e15; process.hrtime = () => [0, 0];"),
                    harmless(
                            "patches the module loader",
                            "import Module from 'node:module'; Module._load = () => ({ answer: () => 42 }); Module.prototype.require = () => 42;"),
                    harmless(
                            "redefines Error",
                            "globalThis.Error = class { constructor() { throw 42 } }; globalThis.TypeError = undefined;"),
                    harmless(
                            "overrides prepareStackTrace",
                            "Error.prepareStackTrace = () => { throw 42 }; Error.stackTraceLimit = 0; Error.captureStackTrace = undefined;"),
                    harmless(
                            "deletes globals",
                            "for (const k of ['Object', 'Array', 'Map', 'Set', 'JSON', 'Reflect', 'Promise', 'Symbol', 'Function', 'Buffer', 'Uint8Array', 'setTimeout', 'Date', 'Number', 'BigInt', 'String', 'Proxy']) delete globalThis[k];"),
                    harmless(
                            "freezes what it finds",
                            "Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(Function.prototype); Object.freeze(globalThis.process);"),
                    harmless(
                            "removes all listeners",
                            "process.removeAllListeners(); process.on('uncaughtException', () => {}); process.on('unhandledRejection', () => {});"),
                    harmless(
                            "takes over resources",
                            "process.getActiveResourcesInfo = process._getActiveHandles = () => []; process.reallyExit = process.exit = () => {};"),
                    fatal(
                            "hooks asynchronous resources",
                            "import { createHook } from 'node:async_hooks'; createHook({ init(id, type, t, resource) { try { resource.then = () => 42; resource.constructor = null } catch {} } }).enable();"),
                    harmless(
                            "changes its folder",
                            "import fs from 'node:fs'; fs.mkdirSync('sub'); process.chdir('sub');"),
                    harmless(
                            "looks for its caller",
                            "Error.prepareStackTrace = (e, sites) => { for (const s of sites) { const f = s.getFunction(); if (f && f.name === 'send') f('42') } return ''; };"));

    @TestFactory
    List<DynamicTest> noAttackAtLoadingForgesOrLosesAResult() {
        return AT_LOADING.stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name, () -> resists(attack)))
                .toList();
    }

    private static void resists(Attack attack) {
        try (NodeProgram program = impatient(attack.code + HONEST)) {
            Workshop.unmet(() -> program.module("a.mjs").get("answer").call().is(42));
        }
        try (NodeProgram program = impatient(attack.code + HONEST)) {
            Workshop.unmet(() -> program.module("a.mjs").get("later").call().awaited().is(42));
        }
        if (attack.harmless) {
            try (NodeProgram program = impatient(attack.code + HONEST)) {
                var module = program.module("a.mjs");
                module.get("answer").call().is(41);
                module.get("later").call().awaited().is(41);
            }
        }
    }

    private static NodeProgram impatient(String code) {
        var setup = NodeProgram.Setup.of(Workshop.files("a.mjs", code));
        return WORKSHOP.program(setup.withPatience(Duration.ofSeconds(3)));
    }

    record InCall(String name, String body, String says) {}

    private static final List<InCall> IN_CALLS =
            List.of(
                    new InCall("exits", "process.exit(0)", "ended itself with exit code 0 during"),
                    new InCall("aborts", "process.abort()", "was ended by signal 6"),
                    new InCall("spins", "for (;;);", "did not come back within"),
                    new InCall(
                            "forges",
                            "(require('fs').writeSync(4, " + FRAME + "))",
                            "wrote to a descriptor that is not its own"),
                    new InCall(
                            "closes",
                            "(require('fs').closeSync(4))",
                            "descriptor that is not its own"),
                    new InCall(
                            "recurses",
                            "(function f() { f() })()",
                            "RangeError: Maximum call stack"),
                    new InCall(
                            "prints without end",
                            "(() => { for (;;) require('fs').writeSync(1, 'x'.repeat(65536)) })()",
                            "printed more than 4 MB"));

    @TestFactory
    List<DynamicTest> whatHappensInACallIsSaid() {
        return IN_CALLS.stream()
                .map(attack -> DynamicTest.dynamicTest(attack.name, () -> isSaid(attack)))
                .toList();
    }

    private static void isSaid(InCall attack) {
        String code = "module.exports = { answer() { " + attack.body + "; return 42 } };";
        var setup = NodeProgram.Setup.of(Workshop.files("a.cjs", code));
        var program = WORKSHOP.program(setup.withPatience(Duration.ofSeconds(4)));
        var answer = program.module("a.cjs").get("default").get("answer");
        Unmet unmet = Workshop.unmet(() -> answer.call().is(42));
        assertTrue(String.valueOf(unmet.getMessage()).contains(attack.says), unmet.getMessage());
        assertFalse(unmet.evidence().isEmpty());
    }

    @Test
    void thenablesThatThrowOrNeverSettleAreTheLearnersFailure() {
        var program =
                impatient(
                        "export const a = { get then() { throw 42 } }; export const b = { then() {} }; export const c = { then(f) { f(41); f(42); } };");
        var module = program.module("a.mjs");
        Workshop.unmet(() -> module.get("a").awaited());
        Workshop.unmet(() -> module.get("b").awaited());
        module.get("c").awaited().is(41);
    }

    @Test
    void aHeapSnapshotDoesNotHoldTheKey() {
        var program =
                impatient(
                        "import v8 from 'node:v8'; export const size = async () => { let n = 0; for await (const c of v8.getHeapSnapshot()) n += c.length; return n; };");
        program.module("a.mjs").get("size").call().awaited().isAtLeast(1000);
    }
}
