package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.objects.Dead;
import com.oracle.truffle.js.runtime.objects.ExportResolution;
import com.oracle.truffle.js.runtime.objects.JSModuleRecord;
import org.jspecify.annotations.Nullable;

/// What an `import` shows: the variable of the module that exports it, as it is now.
final class Bindings {

    private Bindings() {}

    /// Null before its initialisation.
    static @Nullable Object read(ExportResolution.Resolved resolved) {
        if (!(resolved.getModule() instanceof JSModuleRecord module)) {
            return Slots.NOT_THERE;
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
}
