package dev.backwright.tracer.record;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.nodes.control.TryCatchNode;
import com.oracle.truffle.js.nodes.function.BlockScopeNode;
import com.oracle.truffle.js.nodes.function.BlockScopeNode.FrameBlockScopeNode;
import com.oracle.truffle.js.runtime.JSFrameUtil;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The scopes around a place in a function, from the innermost to the function's own, and where GraalJS keeps their variables.
///
/// A block's variables stand in a frame of its own if a closure uses them, else in slots of the function's frame.
record Layout(List<Level> levels) {

    /// One scope.
    ///
    /// @param block whose frame holds the captured variables; null if there is none
    /// @param captured its slots
    /// @param local the slots in the function's own frame
    record Level(
            Node owner,
            String kind,
            @Nullable FrameBlockScopeNode block,
            @Nullable Slots captured,
            Slots local) {

        boolean isFunction() {
            return kind.equals("function");
        }

        boolean isEmpty() {
            return local.size() == 0 && (captured == null || captured.size() == 0);
        }
    }

    static Layout around(Node node, FrameDescriptor frame) {
        var levels = new ArrayList<Level>();
        var taken = new BitSet();
        Node function = node.getRootNode();
        Node inner = node;
        for (var at = node;
                at != null && !(at instanceof RootNode);
                inner = at, at = at.getParent()) {
            if (at instanceof BlockScopeNode block) {
                if (block.isFunctionBlock()) {
                    function = block;
                    break;
                }
                add(block, "block", frame, levels, taken);
            } else if (at instanceof TryCatchNode statement && Catches.isIn(inner, statement)) {
                add(Catches.scope(statement), "catch", frame, levels, taken);
            }
        }
        levels.add(function(function, frame, taken));
        levels.removeIf(level -> !level.isFunction() && level.isEmpty());
        return new Layout(levels);
    }

    private static void add(
            @Nullable BlockScopeNode block,
            String kind,
            FrameDescriptor frame,
            List<Level> levels,
            BitSet taken) {
        if (block == null) {
            return;
        }
        if (!isClass(block)) {
            levels.add(block(block, kind, frame));
        }
        taken.set(Math.max(0, block.getFrameStart()), Math.max(0, block.getFrameEnd()));
    }

    private static boolean isClass(BlockScopeNode block) {
        var section = block.getSourceSection();
        return section != null && section.getCharacters().toString().startsWith("class");
    }

    private static Level block(BlockScopeNode block, String kind, FrameDescriptor frame) {
        var own = block instanceof FrameBlockScopeNode framed ? framed : null;
        return new Level(
                block,
                kind,
                own,
                own == null ? null : Slots.all(own.getFrameDescriptor()),
                Slots.some(
                        frame,
                        slot -> slot >= block.getFrameStart() && slot < block.getFrameEnd()));
    }

    private static Level function(Node at, FrameDescriptor frame, BitSet taken) {
        var own = at instanceof FrameBlockScopeNode framed ? framed : null;
        return new Level(
                at,
                "function",
                own,
                own == null ? null : Slots.all(own.getFrameDescriptor()),
                Slots.some(
                        frame,
                        slot -> !taken.get(slot) && !JSFrameUtil.isHoistedFromBlock(frame, slot)));
    }
}
