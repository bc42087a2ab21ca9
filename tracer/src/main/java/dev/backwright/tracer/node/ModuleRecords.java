package dev.backwright.tracer.node;

import com.oracle.js.parser.ir.Module.ImportPhase;
import com.oracle.js.parser.ir.Module.ModuleRequest;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.JSContext;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.objects.AbstractModuleRecord;
import com.oracle.truffle.js.runtime.objects.CyclicModuleRecord;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import com.oracle.truffle.js.runtime.objects.SyntheticModuleRecord;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// GraalJS's module records, by number, for the class ModuleWrap that Node's ESM loader works with: Node resolves, loads and links, GraalJS runs.
final class ModuleRecords {

    private final JSRealm realm;
    private final JSContext context;
    private final List<AbstractModuleRecord> records = new ArrayList<>();
    private final IdentityHashMap<AbstractModuleRecord, Integer> numbers = new IdentityHashMap<>();

    private ModuleRecords(JSRealm realm) {
        this.realm = realm;
        this.context = realm.getContext();
    }

    static void define(Host host, Observer observer) {
        var modules = new ModuleRecords(host.realm());
        modules.making(host);
        modules.running(host);
        modules.state(host);
        ModuleCallbacks.define(host, modules.numbers, observer);
    }

    private void making(Host host) {
        host.define("parseModule", 2, call -> parse(call.text(0), call.text(1)));
        host.define("syntheticModule", 3, this::synthetic);
        host.define("moduleRequests", 1, call -> requests(cyclic(call)));
        host.effect("linkModule", 2, this::link);
        host.effect(
                "setModuleExport",
                3,
                call ->
                        ((SyntheticModuleRecord) record(call))
                                .setSyntheticModuleExport(
                                        Strings.fromJavaString(call.text(1)), call.at(2)));
    }

    private void running(Host host) {
        host.effect(
                "instantiateModule",
                1,
                call ->
                        V8Texts.correcting(() -> {
                            record(call).link(realm);
                            return realm;
                        }));
        host.define("evaluateModule", 1, call -> record(call).evaluate(realm));
    }

    private void state(Host host) {
        host.define("moduleStatus", 1, call -> status(record(call)));
        host.define("moduleError", 1, call -> error(record(call)));
        host.define(
                "moduleNamespace",
                1,
                call -> record(call).getModuleNamespace(ImportPhase.Evaluation));
        host.define(
                "moduleAwaits",
                1,
                call -> record(call) instanceof CyclicModuleRecord module && module.hasTLA());
    }

    private int parse(String text, String url) {
        var data =
                V8Texts.correcting(() ->
                        context.getEvaluator().parseModule(context, Scripts.source(text, url)));
        return number(new JSModuleRecord(data, realm.getModuleLoader()));
    }

    private Object synthetic(Host.Arguments call) {
        Object names = call.at(1);
        int length = Values.integer(Values.get(names, "length"), 0);
        var exports =
                IntStream.range(0, length)
                        .mapToObj(i -> Strings.fromJavaString(Values.text(Values.item(names, i))))
                        .toList();
        return number(
                new SyntheticModuleRecord(
                        context,
                        Scripts.source("", call.text(0)),
                        Undefined.instance,
                        exports,
                        self -> Values.call(call.at(2), Undefined.instance)));
    }

    private int number(AbstractModuleRecord record) {
        records.add(record);
        numbers.put(record, records.size() - 1);
        return records.size() - 1;
    }

    private Object requests(@Nullable CyclicModuleRecord module) {
        List<ModuleRequest> requests = module == null ? List.of() : module.getRequestedModules();
        return Values.array(realm, requests.stream().map(this::request).toList());
    }

    /// The specifier, and after it each attribute as `[name, value]`.
    private Object request(ModuleRequest request) {
        var parts = new ArrayList<Object>();
        parts.add(request.specifier());
        request.attributes()
                .forEach((name, value) -> parts.add(Values.array(realm, List.of(name, value))));
        return Values.array(realm, parts);
    }

    private void link(Host.Arguments call) {
        CyclicModuleRecord module = cyclic(call);
        if (module == null) {
            return;
        }
        List<ModuleRequest> requests = module.getRequestedModules();
        for (int i = 0; i < requests.size(); i++) {
            int number = Values.integer(Values.item(call.at(1), i), 0);
            module.addLoadedModule(realm, requests.get(i), records.get(number));
        }
        if (module.getStatus() == CyclicModuleRecord.Status.New) {
            module.setUnlinked();
        }
    }

    private static String status(AbstractModuleRecord record) {
        boolean failed =
                record instanceof CyclicModuleRecord module && module.getEvaluationError() != null;
        return failed ? "Errored" : record.getStatus().name();
    }

    private static Object error(AbstractModuleRecord record) {
        Throwable error =
                record instanceof CyclicModuleRecord module ? module.getEvaluationError() : null;
        return error == null ? Undefined.instance : Failures.thrownBy(error);
    }

    private AbstractModuleRecord record(Host.Arguments call) {
        int number = call.integer(0, -1);
        if (number < 0 || number >= records.size()) {
            throw Errors.createTypeError("no such module record");
        }
        return records.get(number);
    }

    private @Nullable CyclicModuleRecord cyclic(Host.Arguments call) {
        return record(call) instanceof CyclicModuleRecord module ? module : null;
    }
}
