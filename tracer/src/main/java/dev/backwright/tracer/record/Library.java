package dev.backwright.tracer.record;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.backwright.tracer.node.NodeProcess;
import org.jspecify.annotations.Nullable;

/// Functions of Node's own library, told by where they stand in it.
final class Library {

    private static final String FILES = "node:fs";
    private static final String MORE_FILES = "node:internal/fs/";

    private Library() {}

    static boolean wrote(Object function) {
        return module(function).startsWith("node:");
    }

    /// `node:events` of a function of that module; empty of the program's and the language's.
    static String module(Object function) {
        return function instanceof JSFunctionObject js && !js.getFunctionData().isBound()
                ? module(js.getFunctionData().getRootNode())
                : "";
    }

    private static String module(@Nullable RootNode root) {
        var section = root == null ? null : root.getSourceSection();
        return section == null ? "" : section.getSource().getName();
    }

    /// The function of `fs` that the program has called on the way here, by its name; null if no program is on the way.
    static @Nullable String calledOfFiles() {
        var called = new StringBuilder();
        var found =
                Truffle.getRuntime()
                        .iterateFrames(frame -> {
                            var root = ((RootCallTarget) frame.getCallTarget()).getRootNode();
                            var section = root.getSourceSection();
                            if (section != null && NodeProcess.isProgram(section.getSource())) {
                                return called;
                            }
                            remember(root, called);
                            return null;
                        });
        return found == null ? null : found.toString();
    }

    private static void remember(RootNode root, StringBuilder called) {
        var module = module(root);
        var name = String.valueOf(root.getName());
        if ((module.equals(FILES) || module.startsWith(MORE_FILES)) && !name.startsWith(":")) {
            called.setLength(0);
            called.append(name);
        }
    }
}
