package dev.backwright.sandbox;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One file of `attacks/`, whose README says how they are written.
///
/// @param name `fork-bomb.sh`
/// @param heldBy the sandboxes that must hold it
/// @param ends how it must end
/// @param seconds how long it may run
/// @param without what has to be taken away for it to succeed
/// @param alone whether it takes so much that nothing else is to run beside it
/// @param collected what is read of its work folder afterwards, as a judge does
record Attack(
        String name,
        String text,
        List<Kind> heldBy,
        String ends,
        int seconds,
        Without without,
        boolean alone,
        List<String> collected) {

    /// What an attack is shown to succeed without.
    enum Without {
        /// The limits of its sandbox.
        LIMITS,
        /// Any sandbox: as a plain process of ours.
        SANDBOX,
        /// It is never let loose: its first lines say why.
        NOTHING
    }

    private static final List<String> ALL =
            List.of(
                    "abstract.js",
                    "academy.js",
                    "buffers.js",
                    "calls.pl",
                    "checks.sh",
                    "collected.sh",
                    "descriptors.js",
                    "disk.js",
                    "double-fork.sh",
                    "endless.js",
                    "fork-bomb.sh",
                    "fork-storm.sh",
                    "heap.js",
                    "host-files.sh",
                    "inodes.js",
                    "large-file.sh",
                    "namespaces.sh",
                    "neighbour.js",
                    "proc.js",
                    "ptrace.pl",
                    "signals.js",
                    "sleeper.js",
                    "thread-bomb.js",
                    "wasm.js",
                    "wires.js");

    static List<Attack> all() {
        return ALL.stream().map(Attack::read).toList();
    }

    private static Attack read(String name) {
        try (var resource = Attack.class.getResourceAsStream("/attacks/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("There is no attack " + name);
            }
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new Attack(
                    name,
                    text,
                    words(text, "held by").stream()
                            .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                            .toList(),
                    line(text, "ends", ""),
                    Integer.parseInt(line(text, "seconds", "30")),
                    Without.valueOf(words(text, "without").getFirst().toUpperCase(Locale.ROOT)),
                    line(text, "alone", "no").equals("yes"),
                    words(text, "collected"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What stands after a word in the comment at the beginning.
    private static String line(String text, String word, String absent) {
        return text.lines()
                .map(line -> line.replaceFirst("^(//|#) ", ""))
                .filter(line -> line.startsWith(word + ": "))
                .map(line -> line.substring(word.length() + 2))
                .findFirst()
                .orElse(absent);
    }

    private static List<String> words(String text, String word) {
        return Arrays.stream(line(text, word, "").split(", ", -1))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    String[] command() {
        return switch (ending()) {
            case ".js" -> new String[] {"node", file()};
            case ".pl" -> new String[] {"/usr/bin/perl", file()};
            default -> new String[] {"/bin/sh", file()};
        };
    }

    String file() {
        return "main" + ending();
    }

    private String ending() {
        return name.substring(name.lastIndexOf('.'));
    }

    boolean endedWell(Outcome outcome) {
        return switch (ends) {
            case "any" -> true;
            case "ended" -> !outcome.equals(new Outcome.Exited(0));
            case "timed out" -> outcome instanceof Outcome.TimedOut;
            case "too much output" -> outcome instanceof Outcome.TooMuchOutput;
            case "exited 0" -> outcome.equals(new Outcome.Exited(0));
            default -> throw new IllegalStateException(name + " ends how? " + ends);
        };
    }
}
