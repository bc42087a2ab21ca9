package dev.backwright.tracer.node;

import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.ScriptOrModule;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/// What a running program asks of Node's loader: `import()` and `import.meta`.
final class ModuleCallbacks {

    private Object onImport = Undefined.instance;
    private Object onImportMeta = Undefined.instance;

    private final Observer observer;

    private ModuleCallbacks(Observer observer) {
        this.observer = observer;
    }

    static void define(
            Host host, IdentityHashMap<AbstractModuleRecord, Integer> numbers, Observer observer) {
        var callbacks = new ModuleCallbacks(observer);
        host.effect("onImport", 1, call -> callbacks.onImport = call.at(0));
        host.effect("onImportMeta", 1, call -> callbacks.onImportMeta = call.at(0));
        var context = host.realm().getContext();
        context.setImportModuleDynamicallyCallback(callbacks::importModule);
        context.setImportMetaInitializer((meta, record) ->
                Values.call(
                        callbacks.onImportMeta,
                        Undefined.instance,
                        Objects.requireNonNull(numbers.get(record)),
                        meta));
    }

    private JSDynamicObject importModule(
            JSRealm realm, ScriptOrModule referrer, ModuleRequest request) {
        var attributes =
                request.attributes().entrySet().stream()
                        .map(entry ->
                                Values.array(realm, List.of(entry.getKey(), entry.getValue())))
                        .toList();
        var promise =
                Values.call(
                        onImport,
                        Undefined.instance,
                        request.specifier(),
                        Values.array(realm, attributes),
                        Values.string(referrer.getSource().getName()),
                        referrer instanceof AbstractModuleRecord
                                || referrer
                                        instanceof
                                        com.oracle.truffle.js.runtime.objects.JSModuleData);
        observer.imports(Values.text(request.specifier()), promise);
        return (JSDynamicObject) promise;
    }
}
