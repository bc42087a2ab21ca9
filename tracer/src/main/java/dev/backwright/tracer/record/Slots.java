package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.objects.Dead;
import com.oracle.truffle.js.runtime.objects.ExportResolution;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which slots of a kind of frame are variables, and what they are called.
final class Slots {

    /// No value, and no binding that waits for one: not to be shown.
    static final Object NOT_THERE = new Object();

    private final FrameDescriptor descriptor;
    private final int[] slots;
    private final String[] names;

    private Slots(FrameDescriptor descriptor, int[] slots) {
        this.descriptor = descriptor;
        this.slots = slots;
        this.names =
                IntStream.of(slots).mapToObj(slot -> name(descriptor, slot)).toArray(String[]::new);
    }

    static Slots all(FrameDescriptor descriptor) {
        return some(descriptor, slot -> true);
    }

    static Slots some(FrameDescriptor descriptor, IntPredicate which) {
        return new Slots(
                descriptor,
                IntStream.range(0, descriptor.getNumberOfSlots())
                        .filter(which)
                        .filter(slot -> isVariable(descriptor, slot))
                        .toArray());
    }

    private static boolean isVariable(FrameDescriptor descriptor, int slot) {
        if (JSFrameUtil.isInternal(descriptor, slot) || JSFrameUtil.isThisSlot(descriptor, slot)) {
            return false;
        }
        var name = name(descriptor, slot);
        return !name.isEmpty()
                && !name.startsWith("#")
                && !name.startsWith(":")
                && !name.startsWith("<");
    }

    private static String name(FrameDescriptor descriptor, int slot) {
        return JSFrameUtil.getPublicName(descriptor.getSlotName(slot)).toJavaStringUncached();
    }

    int size() {
        return slots.length;
    }

    String name(int index) {
        return names[index];
    }

    /// The value; null of a `let`, `const` or `class` that is not initialised yet.
    @Nullable Object read(Frame frame, int index) {
        int slot = slots[index];
        boolean waits = JSFrameUtil.hasTemporalDeadZone(descriptor, slot);
        if (frame.getTag(slot) == FrameSlotKind.Illegal.tag) {
            return waits ? null : NOT_THERE;
        }
        var value = frame.getValue(slot);
        if (value == Dead.instance() || value == null) {
            return waits || value != null ? null : NOT_THERE;
        }
        return value instanceof ExportResolution.Resolved resolved
                ? Bindings.read(resolved)
                : value;
    }
}
