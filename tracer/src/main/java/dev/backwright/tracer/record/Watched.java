package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.backwright.tracer.node.Phase;
import org.graalvm.polyglot.Engine;

/// What the recorder has to know of the process it records.
interface Watched {

    Engine engine();

    JSRealm realm();

    Phase phase();

    /// Virtual milliseconds since the start.
    double clock();

    /// The microtasks that wait, the next one first.
    Iterable<JSFunctionObject> microtasks();
}
