package dev.backwright.tracer.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Jobs that queue jobs: ticks, microtasks, promises, async functions, and either immediates or timers.
///
/// Never both of the last two, because their order among each other is left open by Node; and no two timers are due within what a
/// busy machine may need for the first line of a console.
public final class OrderPrograms {

    private static final int LEAST_GAP = 30;
    private static final List<String> AWAITED =
            List.of(
                    "null",
                    "Promise.resolve()",
                    "(async () => {})()",
                    "{ then(ok) { ok(); } }",
                    "new Promise((ok) => process.nextTick(ok))",
                    "Promise.all([1, Promise.resolve(2)])",
                    "Promise.reject(1).catch(() => 2)");

    private final Lines lines;
    private final boolean timers;
    private final List<Integer> due = new ArrayList<>();
    private int budget = 26;

    private OrderPrograms(long seed) {
        lines = new Lines(new Random(seed));
        timers = lines.upTo(3) == 0;
    }

    /// A CommonJS program.
    public static String from(long seed) {
        return new OrderPrograms(seed).program();
    }

    private String program() {
        lines.line("const { EventEmitter } = require('node:events');");
        lines.line("const wait = (ms) => new Promise((ok) => setTimeout(ok, ms));");
        lines.log();
        while (budget > 0) {
            statement(0);
        }
        lines.log();
        return lines.text();
    }

    /// `now`: the earliest millisecond at which this runs.
    private void statement(int now) {
        budget--;
        switch (lines.upTo(13)) {
            case 0 -> callback("process.nextTick(() => {", "});", now);
            case 1 -> callback("queueMicrotask(() => {", "});", now);
            case 2, 3 -> chain(now);
            case 4, 5 -> asynchronous(now);
            case 6, 7 -> later(now);
            case 8 -> executor(now);
            case 9 -> emitter(now);
            case 10 -> attempt(now);
            case 11 -> loop(now);
            default -> lines.log();
        }
    }

    private void body(int now) {
        lines.log();
        for (int i = lines.upTo(3); i > 0 && budget > 0; i--) {
            statement(now);
        }
    }

    private void callback(String opening, String closing, int now) {
        lines.block(opening, () -> body(now), closing);
    }

    private void chain(int now) {
        callback("Promise.resolve().then(() => {", "})", now);
        for (int i = lines.upTo(4); i > 0; i--) {
            link(now);
        }
        lines.line(".catch(() => {});");
    }

    private void link(int now) {
        switch (lines.upTo(5)) {
            case 0 -> lines.block(".then(() => {", this::throwing, "})");
            case 1 -> callback(".catch(() => {", "})", now);
            case 2 -> callback(".finally(() => {", "})", now);
            case 3 -> lines.block(".then(() => {", this::returning, "})");
            default -> callback(".then(() => {", "})", now);
        }
    }

    private void throwing() {
        lines.log();
        lines.line("throw new Error('thrown');");
    }

    private void returning() {
        lines.log();
        lines.line("return " + lines.oneOf(AWAITED) + ";");
    }

    private void asynchronous(int now) {
        lines.block("(async () => {", () -> awaiting(now), "})();");
    }

    private void awaiting(int now) {
        body(now);
        lines.line("await " + lines.oneOf(AWAITED) + ";");
        body(now);
        if (lines.upTo(3) == 0) {
            lines.line("for await (const x of [1, Promise.resolve(2)]) console.log('of', x);");
        }
        if (lines.upTo(2) == 0) {
            lines.line("return " + lines.oneOf(AWAITED) + ";");
        }
    }

    private void later(int now) {
        if (timers) {
            int wait = distinct(now);
            callback("setTimeout(() => {", "}, " + wait + ");", now + wait);
        } else {
            callback("setImmediate(() => {", "});", now);
        }
    }

    /// How long to wait from `now` so that nothing else is due at about that time.
    private int distinct(int now) {
        int at = now + LEAST_GAP + lines.upTo(90);
        while (near(at)) {
            at++;
        }
        due.add(at);
        return at - now;
    }

    private boolean near(int at) {
        return due.stream().anyMatch(other -> Math.abs(other - at) < LEAST_GAP);
    }

    private void executor(int now) {
        lines.block(
                "new Promise((ok, no) => {",
                () -> {
                    body(now);
                    lines.line(lines.oneOf(List.of("ok(1);", "no(2);", "ok(Promise.resolve(3));")));
                    lines.log();
                },
                "}).then((v) => console.log('fulfilled', v), (e) => console.log('rejected', e));");
    }

    private void emitter(int now) {
        lines.block(
                "{",
                () -> {
                    lines.line("const emitter = new EventEmitter();");
                    callback("emitter.on('x', () => {", "});", now);
                    callback("emitter.once('x', async () => {", "});", now);
                    lines.line("emitter.emit('x');");
                    lines.line("emitter.emit('x');");
                },
                "}");
    }

    private void attempt(int now) {
        lines.block("try {", this::throwing, "} catch {");
        callback("  queueMicrotask(() => {", "  });", now);
        callback("} finally {", "}", now);
    }

    private void loop(int now) {
        callback("for (let i = 0; i < 2; i++) process.nextTick(() => {", "});", now);
    }
}
