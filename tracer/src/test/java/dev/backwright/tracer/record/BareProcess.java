package dev.backwright.tracer.record;

import com.oracle.truffle.js.lang.JavaScriptLanguage;
import com.oracle.truffle.js.runtime.JSAgent;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.Undefined;
import dev.backwright.tracer.node.Observer;
import dev.backwright.tracer.node.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// The language alone, without Node: scripts, promises, and `print`. Enough to see what the recorder sees of a program.
final class BareProcess implements Watched, AutoCloseable {

    static final Engine ENGINE =
            Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();

    private final Context context;
    private final Observer observer;
    private final JSRealm realm;
    private final Deque<JSFunctionObject> jobs;
    private Phase phase = Phase.SCRIPT;

    BareProcess(Observer observer) {
        this.observer = observer;
        context = Context.newBuilder("js").engine(ENGINE).allowExperimentalOptions(true).build();
        context.initialize("js");
        context.enter();
        realm = JavaScriptLanguage.getCurrentJSRealm();
        jobs = jobs(realm.getAgent());
        realm.getAgent().interopBoundaryEnter();
        context.getBindings("js")
                .putMember(
                        "print",
                        (ProxyExecutable)
                                arguments -> {
                                    observer.prints(1, arguments[0].asString() + "\n");
                                    return null;
                                });
    }

    @SuppressWarnings("unchecked")
    private static Deque<JSFunctionObject> jobs(JSAgent agent) {
        try {
            var queue = JSAgent.class.getDeclaredField("promiseJobsQueue");
            queue.setAccessible(true);
            return (Deque<JSFunctionObject>) queue.get(agent);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    int run(String name, String text) {
        int exit = 0;
        try {
            var wrapped = "(function () { " + text + "\n})();";
            context.eval(Source.newBuilder("js", wrapped, name).buildLiteral());
        } catch (PolyglotException e) {
            if (!e.isGuestException()) {
                throw e;
            }
            exit = 1;
            if (Boolean.getBoolean("show")) e.printStackTrace();
        }
        phase = Phase.MICRO;
        while (!jobs.isEmpty()) {
            var job = jobs.pollLast();
            observer.begins(job);
            JSFunction.call(job, Undefined.instance, JSArguments.EMPTY_ARGUMENTS_ARRAY);
            observer.ended(job);
        }
        phase = Phase.EXIT;
        return exit;
    }

    @Override
    public Engine engine() {
        return ENGINE;
    }

    @Override
    public JSRealm realm() {
        return realm;
    }

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public double clock() {
        return 0;
    }

    @Override
    public List<JSFunctionObject> microtasks() {
        var waiting = new ArrayList<>(jobs);
        Collections.reverse(waiting);
        return waiting;
    }

    @Override
    public void close() {
        realm.getAgent().interopBoundaryExit();
        jobs.clear();
        context.leave();
        context.close(true);
    }
}
