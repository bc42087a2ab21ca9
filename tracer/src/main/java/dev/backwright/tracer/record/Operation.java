package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import org.jspecify.annotations.Nullable;

/// Something the program has asked for and Node has not got yet: an operation on a file, a module that loads.
///
/// One of them may take several requests one after the other: `readFile` opens, reads and closes.
final class Operation {

    final String kind;
    final String label;

    /// Of an import: what Node's loader settles.
    final @Nullable JSPromiseObject promise;

    /// How many requests are under way for it.
    int requests;

    /// Its turn has come.
    boolean begun;

    private Operation(String kind, String label, @Nullable JSPromiseObject promise) {
        this.kind = kind;
        this.label = label;
        this.promise = promise;
    }

    static Operation onFile(String label) {
        return new Operation("file", label, null);
    }

    static Operation loading(String specifier, JSPromiseObject promise) {
        return new Operation("import", "import('%s')".formatted(specifier), promise);
    }

    boolean isImport() {
        return promise != null;
    }

    boolean isOver() {
        return begun || (promise == null ? requests == 0 : promise.getPromiseState() != 0);
    }

    /// As it waits. A module loads in microtasks of Node's own.
    Waiting waits(@Nullable JSDynamicObject function) {
        return new Waiting(this, isImport() ? "micro" : "poll", kind, function, promise)
                .called(label);
    }
}
