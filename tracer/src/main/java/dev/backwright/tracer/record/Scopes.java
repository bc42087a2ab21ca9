package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.js.nodes.access.ScopeFrameNode;
import com.oracle.truffle.js.runtime.JSArguments;
import com.oracle.truffle.js.runtime.JSFrameUtil;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds the scope that belongs to a frame of GraalJS, the same one each time.
@SuppressWarnings(
        "ReferenceEquality") // frames and their descriptors are themselves and nothing else
final class Scopes {

    private final Table table;
    private final Values values;
    private final IdentityHashMap<Frame, Scope> byFrame = new IdentityHashMap<>();
    private final Map<FrameDescriptor, Slots> slots = new HashMap<>();
    private final Map<FrameDescriptor, String> kinds = new HashMap<>();
    private final IdentityHashMap<JSFunctionObject, Scope> closures = new IdentityHashMap<>();
    private final Function<JSFunctionObject, @Nullable Scope> makers;
    private int last;
    private long looks;

    /// @param makers finds the scope of the running call that contains a function's source text
    Scopes(Table table, Values values, Function<JSFunctionObject, @Nullable Scope> makers) {
        this.table = table;
        this.values = values;
        this.makers = makers;
    }

    void skip(FrameDescriptor descriptor) {
        slots.put(descriptor, Slots.some(descriptor, slot -> false));
    }

    /// The scope of a call that begins.
    Scope ofFunction(Frame frame, String kind, String name) {
        return byFrame.computeIfAbsent(
                frame,
                made -> {
                    var scope = new Scope(++last, kind, name);
                    scope.outer = enclosing(frame);
                    return scope;
                });
    }

    /// Reads all that the code at this place can see, and remembers which scope is the innermost.
    void look(Call call) {
        var layout = call.layout;
        if (layout == null) {
            look(call.scope);
            return;
        }
        Scope inner = null;
        Scope innermost = null;
        for (var level : layout.levels()) {
            var scope = find(level, call);
            if (scope == null) {
                continue;
            }
            if (inner != null && inner.outer == null) {
                inner.outer = scope;
            }
            innermost = innermost == null ? scope : innermost;
            inner = scope;
        }
        call.innermost = innermost == null ? call.scope : innermost;
        look(call.innermost);
    }

    private @Nullable Scope find(Layout.Level level, Call call) {
        var own = level.block() == null ? null : blockFrame(level, call.frame);
        if (level.isFunction()) {
            call.scope.reads(call.frame, level.local());
            return own == null ? call.scope : captured(call.scope, own, level);
        }
        if (level.block() == null) {
            var scope = call.blocks.computeIfAbsent(level.owner(), node -> made(level, call));
            scope.reads(call.frame, level.local());
            return scope;
        }
        if (own == null) {
            return null; // about to be entered
        }
        var scope = byFrame.computeIfAbsent(own, frame -> made(level, call));
        scope.reads(call.frame, level.local());
        return captured(scope, own, level);
    }

    private Scope captured(Scope scope, Frame frame, Layout.Level level) {
        byFrame.put(frame, scope);
        kinds.put(frame.getFrameDescriptor(), level.kind());
        if (level.captured() != null) {
            scope.reads(frame, slots.computeIfAbsent(frame.getFrameDescriptor(), Slots::all));
        }
        return scope;
    }

    private Scope made(Layout.Level level, Call call) {
        var scope = new Scope(++last, level.kind(), "");
        scope.call = call.number;
        return scope;
    }

    private static @Nullable Frame blockFrame(Layout.Level level, Frame frame) {
        var block = level.block();
        if (block == null) {
            return null;
        }
        var slot = block.getBlockScope((com.oracle.truffle.api.frame.VirtualFrame) frame);
        for (var at = slot instanceof Frame f ? f : null; at != null; at = parent(at)) {
            if (at.getFrameDescriptor() == block.getFrameDescriptor()) {
                return at;
            }
        }
        return null;
    }

    /// The scope of a closure at rest; null if it belongs to Node or to nobody.
    @Nullable Scope atRest(@Nullable Frame frame) {
        if (frame == null || frame == JSFrameUtil.NULL_MATERIALIZED_FRAME) {
            return null;
        }
        var known = byFrame.get(frame);
        return known != null ? known : found(frame);
    }

    private @Nullable Scope found(Frame frame) {
        var function = JSFrameUtil.getFunctionObject(frame);
        if (Functions.written(function) == null) {
            return null;
        }
        var descriptor = frame.getFrameDescriptor();
        var variables = slots.computeIfAbsent(descriptor, Slots::all);
        var parent = parent(frame);
        var outer = parent != null ? atRest(parent) : enclosing(frame);
        if (variables.size() == 0) {
            return outer;
        }
        boolean block = ScopeFrameNode.isBlockScopeFrame(frame);
        var scope =
                new Scope(++last, kinds.getOrDefault(descriptor, block ? "block" : "function"), "");
        byFrame.put(frame, scope);
        scope.reads(frame, variables);
        scope.outer = outer;
        look(scope);
        return scope;
    }

    private @Nullable Scope enclosing(Frame frame) {
        return lexical(
                JSFrameUtil.getFunctionObject(frame),
                JSArguments.getEnclosingFrame(frame.getArguments()));
    }

    /// The scope a function closes over.
    @Nullable Scope closedOver(JSFunctionObject function) {
        return closures.computeIfAbsent(
                function, made -> lexical(function, function.getEnclosingFrame()));
    }

    /// GraalJS leaves out the scopes from which a function needs nothing; the one that made it is still on the stack.
    private @Nullable Scope lexical(JSFunctionObject function, @Nullable Frame frame) {
        var known = closures.get(function);
        if (known != null) {
            return known;
        }
        var scope = atRest(frame);
        var maker = makers.apply(function);
        if (scope == null || maker == null || maker.isWithin(scope)) {
            return maker == null ? scope : maker;
        }
        var outermost = scope;
        while (outermost.outer != null) {
            outermost = outermost.outer;
        }
        if (!maker.isWithin(outermost)) {
            outermost.outer = maker;
        }
        return scope;
    }

    /// A function has just been made where this call is now.
    void closes(JSFunctionObject function, Call call) {
        look(call);
        closures.put(function, call.innermost);
    }

    static @Nullable Frame parent(Frame frame) {
        return ScopeFrameNode.isBlockScopeFrame(frame)
                        && frame.getValue(ScopeFrameNode.PARENT_SCOPE_SLOT_INDEX)
                                instanceof Frame parent
                ? parent
                : null;
    }

    /// Reads a scope and those around it.
    void look(Scope innermost) {
        for (Scope scope = innermost; scope != null; scope = scope.outer) {
            looks++;
            if (scope.look(values) || !table.shows(scope.number)) {
                table.show(scope.number, scope.shown());
            }
        }
    }

    /// How many scopes have been read so far, each time anew.
    long looks() {
        return looks;
    }

    /// Takes away the scopes that nothing leads to.
    void keepOnly(Set<Integer> numbers) {
        table.numbers().stream().filter(number -> !numbers.contains(number)).forEach(table::remove);
    }
}
