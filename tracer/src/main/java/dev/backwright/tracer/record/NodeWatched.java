package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.graalvm.polyglot.Engine;

/// A process of [NodeProcess] as the recorder needs it.
record NodeWatched(NodeProcess process) implements Watched {

    @Override
    public Engine engine() {
        return process.context().getEngine();
    }

    @Override
    public JSRealm realm() {
        return process.realm();
    }

    @Override
    public Phase phase() {
        return process.phase();
    }

    @Override
    public double clock() {
        return process.clock();
    }

    @Override
    public List<JSFunctionObject> microtasks() {
        if (process.microtasks().isEmpty()) {
            return List.of();
        }
        var waiting = new ArrayList<>(process.microtasks());
        Collections.reverse(waiting);
        return waiting;
    }
}
