package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.backwright.tracer.node.Request;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the program has asked Node for and waits for: operations on files, modules that load.
final class Operations implements Jobs.Source {

    private final IdentityHashMap<Request, Operation> underWay = new IdentityHashMap<>();
    private final List<Operation> open = new ArrayList<>();
    private @Nullable Operation completing;

    /// The program asks for it.
    ///
    /// @param name what the program called: `readFile`
    /// @param path the file it named; empty if it named none
    void asks(Request request, String name, String path) {
        var argument = path.isEmpty() ? "" : "'" + path + "'";
        var operation = Operation.onFile("%s(%s)".formatted(name, argument));
        open.add(operation);
        goesOn(request, operation);
    }

    /// Node asks for it, on its way to what the program has asked for; false if it asks for itself.
    boolean asksOnTheWay(Request request) {
        var operation = completing;
        if (operation == null) {
            return false;
        }
        goesOn(request, operation);
        return true;
    }

    private void goesOn(Request request, Operation operation) {
        operation.requests++;
        underWay.put(request, operation);
    }

    void imports(String specifier, JSPromiseObject promise) {
        open.add(Operation.loading(specifier, promise));
    }

    void completes(Request request) {
        completing = underWay.remove(request);
        if (completing != null) {
            completing.requests--;
        }
    }

    void completed() {
        completing = null;
    }

    /// The operation that Node tells the program of; null if it is none of the program's.
    @Nullable Operation completing() {
        return completing;
    }

    /// The one whose last request is done; null if there is none, or its turn has been.
    @Nullable Operation done() {
        return completing != null && completing.isOver() && !completing.begun ? completing : null;
    }

    /// The import for which a module runs; null if nobody waits for one.
    @Nullable Operation importing(String module) {
        Operation first = null;
        for (var operation : open) {
            if (operation.isImport() && !operation.isOver()) {
                first = first == null ? operation : first;
                if (operation.label.endsWith(
                        module.substring(module.lastIndexOf('/') + 1) + "')")) {
                    return operation;
                }
            }
        }
        return first;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // an operation is itself
    public void list(Consumer<Waiting> found) {
        open.removeIf(operation -> operation.isOver() && operation != completing);
        for (var operation : open) {
            if (!operation.begun) {
                found.accept(operation.waits(null));
            }
        }
    }
}
