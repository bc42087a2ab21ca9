package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a check did with a program, command by command, and from that a module that does the same again.
///
/// ```js
/// const closuresModule = await import('./closures.js');
/// const counter = closuresModule.counter;
/// const first = counter(20, 3);
/// first.next(); // expected 23, seen 20
/// ```
final class Replay {

    static final String FILE = "replay.mjs";

    private static final int MOST = 300;
    private static final Set<String> RESERVED =
            Set.of(
                    "default",
                    "class",
                    "function",
                    "new",
                    "delete",
                    "import",
                    "export",
                    "return",
                    "in",
                    "let",
                    "const",
                    "var",
                    "await",
                    "async",
                    "this",
                    "null",
                    "true",
                    "false",
                    "for",
                    "if",
                    "do",
                    "while",
                    "switch",
                    "case",
                    "try",
                    "catch",
                    "throw",
                    "typeof",
                    "void",
                    "with",
                    "yield",
                    "static",
                    "super",
                    "enum",
                    "eval",
                    "arguments",
                    "undefined",
                    "else");

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private boolean whole = true;

    /// One command and what it gave.
    ///
    /// @param handle of the object it gave; 0 where it gave none, a primitive, or something known already
    /// @param threw whether it gave what it threw
    private record Entry(Map<String, @Nullable Object> command, int handle, boolean threw) {

        String op() {
            return String.valueOf(command.get("op"));
        }
    }

    /// Notes a command.
    ///
    /// @param given what it gave or threw; `null` where nothing came
    void note(Map<String, @Nullable Object> command, @Nullable Told given, boolean threw) {
        if (entries.size() == MOST) {
            whole = false;
            return;
        }
        int handle = given == null || isKnown(given.handle()) ? 0 : given.handle();
        entries.add(new Entry(command, handle, threw));
        if (handle != 0) {
            name(handle, threw ? "error" : guess(command));
        }
    }

    private boolean isKnown(int handle) {
        return names.containsKey(handle);
    }

    /// What an object goes by from now on. Nothing for primitives.
    void name(int handle, String wanted) {
        if (handle == 0) {
            return;
        }
        String before = names.remove(handle);
        if (before != null) {
            taken.remove(before);
        }
        String plain = ReplayText.isName(wanted) && !RESERVED.contains(wanted) ? wanted : "value";
        String free = plain;
        for (int i = 2; !taken.add(free); i++) {
            free = plain + i;
        }
        names.put(handle, free);
    }

    /// How many commands there were: the number of the one that comes next.
    int size() {
        return entries.size();
    }

    /// The module.
    ///
    /// @param failing the number of the command after which the check failed
    /// @param remark what was expected and seen there; empty where nothing is to be said
    Optional<Evidence.Trace> evidence(int failing, String remark) {
        if (!whole || entries.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        if (entries.stream().anyMatch(entry -> entry.op().equals("require"))) {
            lines.add("import { createRequire } from 'node:module';");
            lines.add("const require = createRequire(import.meta.url);");
        }
        int at = 1;
        for (int i = 0; i < entries.size(); i++) {
            boolean last = i == Math.min(failing, entries.size() - 1);
            lines.addAll(statement(entries.get(i), last).lines().toList());
            if (last) {
                at = Math.max(1, lines.size());
                remark(lines, remark);
            }
        }
        return Optional.of(new Evidence.Trace(FILE, String.join("\n", lines) + "\n", at));
    }

    private static void remark(List<String> lines, String remark) {
        if (!remark.isEmpty() && !lines.isEmpty()) {
            lines.add(lines.removeLast() + " // " + remark.replaceAll("\\R", " "));
        }
    }

    private String statement(Entry entry, boolean last) {
        String expression = expression(entry);
        if (expression.isEmpty()) {
            return "";
        }
        String name = names.get(entry.handle());
        if (entry.threw() && !last) {
            return name == null
                    ? "try { %s; } catch {}".formatted(expression)
                    : "let %s; try { %s; } catch (thrown) { %s = thrown; }"
                            .formatted(name, expression, name);
        }
        return name == null || entry.threw()
                ? expression + ";"
                : "const " + name + " = " + expression + ";";
    }

    private String expression(Entry entry) {
        var text = new ReplayText(handle -> names.getOrDefault(handle, "undefined"));
        var command = entry.command();
        String of = text.one(command.get("of"));
        String key = String.valueOf(command.get("key"));
        String arguments = text.all(command.get("args"));
        return switch (entry.op()) {
            case "import" -> "await import('./" + command.get("path") + "')";
            case "require" -> "require(" + ReplayText.literal("./" + command.get("path")) + ")";
            case "value", "spy" -> "(" + String.valueOf(command.get("code")).strip() + ")";
            case "get" -> of + ReplayText.member(key);
            case "call" -> call(of, text.one(command.get("self")), arguments);
            case "invoke" -> of + ReplayText.member(key) + "(" + arguments + ")";
            case "construct" -> "new " + of + "(" + arguments + ")";
            case "await" -> "await " + of;
            case "settle" ->
                    "await new Promise((ok) => setTimeout(ok, " + command.get("millis") + "))";
            default -> "";
        };
    }

    private static String call(String function, String self, String arguments) {
        if (self.equals("undefined")) {
            return function + "(" + arguments + ")";
        }
        return function + ".call(" + self + (arguments.isEmpty() ? "" : ", " + arguments) + ")";
    }

    /// What its maker would call what a command gives.
    private static String guess(Map<String, @Nullable Object> command) {
        return switch (String.valueOf(command.get("op"))) {
            case "import", "require" ->
                    Naming.module(String.valueOf(command.get("path"))).property("default").label()
                            + "Module";
            case "get" -> String.valueOf(command.get("key"));
            default -> "value";
        };
    }
}
