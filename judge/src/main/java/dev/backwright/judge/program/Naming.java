package dev.backwright.judge.program;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a value is called in messages, as the learner would write it.
///
/// @param label `quote`, `counter.value`, `quote('oil', 2)`
/// @param module the file, if the value is a module; its exports go by their bare names
/// @param absence what to say where a value was needed and there is none; empty where nothing special is known
record Naming(String label, String module, String absence) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern SIMPLE = Pattern.compile("(new )?[\\w$.]+(\\(.*\\)|\\[.*])*");
    private static final int LONGEST = 120;

    Naming {
        if (label.length() > LONGEST) {
            label = label.substring(0, LONGEST) + "…";
        }
    }

    static Naming of(String label) {
        return new Naming(label, "", "");
    }

    static Naming module(String file) {
        return new Naming(file, file, "");
    }

    /// A property of this.
    Naming property(String name) {
        if (module.isEmpty()) {
            return of(member(name));
        }
        return new Naming(
                name.equals("default") ? stem() : name,
                "",
                name.equals("default")
                        ? module + " has no default export"
                        : module + " has no export named `" + name + "`");
    }

    /// `quote('oil', 2)`.
    String call(String arguments) {
        return target() + "(" + arguments + ")";
    }

    /// `counter.add(2)`.
    String invoke(String method, String arguments) {
        return (module.isEmpty() ? member(method) : method) + "(" + arguments + ")";
    }

    /// `new Counter(2)`.
    String construct(String arguments) {
        return "new " + target() + "(" + arguments + ")";
    }

    private String member(String name) {
        return NAME.matcher(name).matches()
                ? target() + "." + name
                : target() + "[" + Arguments.text(name) + "]";
    }

    /// What one would import the module as: `rateWindow` for `lib/rate-window.js`.
    private String stem() {
        String file = module.substring(module.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
        return Pattern.compile("[^\\p{L}\\p{N}_$]+(.?)")
                .matcher(file)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT).replace("$", "\\$"));
    }

    private String target() {
        if (!module.isEmpty()) {
            return stem();
        }
        return SIMPLE.matcher(label).matches() || NAME.matcher(label).matches()
                ? label
                : "(" + label + ")";
    }
}
