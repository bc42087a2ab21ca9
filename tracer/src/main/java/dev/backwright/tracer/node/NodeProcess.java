package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.io.IOAccess;

/// Node on GraalJS: a context in which Node's own library has booted, for one program.
///
/// ```java
/// try (var process = NodeProcess.boot(engine, files, observer)) {
///     int exit = process.run("/home/learner/order.cjs", List.of());
/// }
/// ```
public final class NodeProcess implements AutoCloseable {

    private final Context context;
    private final JSRealm realm;
    private final Clock clock = new Clock();
    private final Phases phases;
    private final Microtasks microtasks;
    private final EventLoop loop;
    private final Object node;

    /// An engine for it; the sources that one context has parsed are there for the next.
    public static Engine engine() {
        return Engine.newBuilder("js")
                .allowExperimentalOptions(true)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    /// Whether a source is the program's own: not Node's library (`node:…`), not one of our pieces (`backwright:…`), not the language's.
    public static boolean isProgram(Source source) {
        String name = source.getName();
        return !source.isInternal() && !name.startsWith("node:") && !name.startsWith("<");
    }

    /// Boots everything but the program.
    public static NodeProcess boot(Engine engine, Files files, Observer observer) {
        Objects.requireNonNull(engine.getInstruments().get(TextCorrections.ID))
                .lookup(TextCorrections.class);
        Context context = newContext(engine);
        context.initialize("js");
        context.enter();
        try {
            return new NodeProcess(context, files, observer);
        } finally {
            context.leave();
        }
    }

    private static Context newContext(Engine engine) {
        return Context.newBuilder("js")
                .engine(engine)
                .allowExperimentalOptions(true)
                .allowHostAccess(HostAccess.NONE)
                .allowIO(IOAccess.NONE)
                .option("js.v8-compat", "true")
                .option("js.console", "false")
                .option("js.print", "false")
                .option("js.load", "false")
                .option("js.performance", "false")
                .option("js.graal-builtin", "false")
                .option("js.polyglot-builtin", "false")
                .option("js.java-package-globals", "false")
                .build();
    }

    private NodeProcess(Context context, Files files, Observer observer) {
        this.context = context;
        realm = JavaScriptLanguage.getCurrentJSRealm();
        var output = new Output(observer);
        var failures = new Failures(output);
        phases = new Phases(observer);
        microtasks = new Microtasks(realm, phases, failures, observer);
        loop = new EventLoop(clock, phases, microtasks, failures, observer);
        var host = new Host(realm);
        defineBasics(host, observer);
        failures.define(host);
        microtasks.define(host);
        loop.define(host);
        FileCalls.define(host, files, output);
        Clock.define(host, clock);
        node = bootLibrary(host);
    }

    private static void defineBasics(Host host, Observer observer) {
        Scripts.define(host);
        TypeTests.define(host);
        Inspection.define(host);
        Bytes.define(host);
        Promises.define(host);
        ModuleRecords.define(host, observer);
        Origins.define(host);
        StackLines.define(host);
        host.define("shapes", 0, call -> Library.bindings());
    }

    private Object bootLibrary(Host host) {
        Object boot = realm.getEnv().parseInternal(Library.piece("boot")).call();
        Object node = JSOrdinary.create(realm.getContext(), realm);
        Values.call(boot, Undefined.instance, node, host.object(), node);
        return node;
    }

    /// Runs a program to its end and returns its exit code; `main` is its absolute path within the files.
    public int run(String main, List<String> arguments) {
        return run(main, arguments, Duration.ofDays(1)).exit();
    }

    /// Runs it at most that long, on a thread of its own whose stack is deep enough for JavaScript's deepest recursion.
    public Ending run(String main, List<String> arguments, Duration limit) {
        return new Run(context, limit).of(() -> runToTheEnd(main, arguments));
    }

    private int runToTheEnd(String main, List<String> arguments) {
        loop.callback(
                Values.get(node, "runMain"),
                Undefined.instance,
                Values.string(main),
                Values.array(realm, arguments));
        do {
            loop.run();
            emit(Phase.BEFORE_EXIT, "emitBeforeExit");
        } while (loop.alive());
        phases.enter(Phase.EXIT);
        Values.invoke(node, "markExiting");
        emit(Phase.EXIT, "emitExit");
        return Values.integer(Values.invoke(node, "finalExitCode"), 0);
    }

    private void emit(Phase phase, String emitter) {
        phases.enter(phase);
        loop.callback(Values.get(node, emitter), Undefined.instance);
    }

    public Context context() {
        return context;
    }

    public JSRealm realm() {
        return realm;
    }

    public Phase phase() {
        return phases.current();
    }

    /// Virtual milliseconds since the start.
    public double clock() {
        return clock.now();
    }

    /// GraalJS's own queue of promise jobs: the last one is the next to run.
    public Deque<JSFunctionObject> microtasks() {
        return microtasks.queue();
    }

    /// Whether what was asked for is done before the next immediate runs.
    public boolean pollsBeforeImmediates() {
        return loop.pollsBeforeImmediates();
    }

    /// A module of Node's internal library, such as `internal/timers`.
    public Object internal(String id) {
        return Values.invoke(node, "internal", Values.string(id));
    }

    /// A native binding, such as `async_wrap`.
    public Object binding(String name) {
        return Values.invoke(node, "binding", Values.string(name));
    }

    @Override
    public void close() {
        microtasks.queue().clear();
        context.close(true);
    }
}
