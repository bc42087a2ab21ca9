package dev.backwright.tracer.record;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The parameters of the function that Node puts around a CommonJS file.
final class Wrapper {

    private static final Set<String> NEVER_SHOWN =
            Set.of("require", "__filename", "__dirname", "arguments");
    private static final Set<String> SHOWN_IF_USED = Set.of("module", "exports");

    private Wrapper() {}

    /// Those that say nothing about this file.
    static Set<String> unused(String text) {
        var unused = new HashSet<>(NEVER_SHOWN);
        for (var name : SHOWN_IF_USED) {
            if (!Pattern.compile("\\b" + name + "\\b").matcher(text).find()) {
                unused.add(name);
            }
        }
        return unused;
    }
}
