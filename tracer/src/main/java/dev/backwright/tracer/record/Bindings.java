package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.builtins.JSModuleNamespaceObject;
import com.oracle.truffle.js.runtime.objects.Dead;
import com.oracle.truffle.js.runtime.objects.ExportResolution;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an `import` shows: the variable of the module that exports it, as it is now.
@SuppressWarnings("ReferenceEquality") // what is not there is that one mark
final class Bindings {

    private Bindings() {}

    /// Null before its initialisation.
    static @Nullable Object read(ExportResolution.Resolved resolved) {
        var module = resolved.getModule();
        if (resolved.isNamespace()) {
            return module.getModuleNamespaceOrNull(false);
        }
        var frame = module.getEnvironment();
        if (frame == null) {
            return null;
        }
        var slot =
                JSFrameUtil.findOptionalFrameSlotIndex(
                        frame.getFrameDescriptor(), resolved.getBindingName());
        if (slot.isEmpty()) {
            return Slots.NOT_THERE;
        }
        var value = frame.getValue(slot.getAsInt());
        return value == Dead.instance() ? null : value;
    }

    /// What a module exports, by name: of the program's modules, not of Node's.
    static Map<String, @Nullable Object> exported(JSModuleNamespaceObject namespace) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        if (namespace.getModule().getSource().getName().startsWith("node:")) {
            return all;
        }
        var exports = namespace.getModuleExportsList().getEntries();
        while (exports.advance()) {
            if (exports.getValue() instanceof ExportResolution.Resolved resolved) {
                var value = read(resolved);
                if (value != Slots.NOT_THERE) {
                    all.put(exports.getKey().toJavaStringUncached(), value);
                }
            }
        }
        return all;
    }
}
