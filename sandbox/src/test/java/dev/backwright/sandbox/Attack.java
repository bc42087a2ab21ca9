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
record Attack(String name, String text, List<Kind> heldBy, String ends, int seconds) {

    private static final List<String> ALL =
            List.of(
                    "abstract.js",
                    "academy.js",
                    "calls.pl",
                    "checks.sh",
                    "descriptors.js",
                    "double-fork.sh",
                    "fork-bomb.sh",
                    "heap.js",
                    "host-files.sh",
                    "inodes.js",
                    "namespaces.sh",
                    "neighbour.js",
                    "proc.js",
                    "signals.js",
                    "sleeper.js",
                    "thread-bomb.js",
                    "wasm.js");

    static List<Attack> heldBy(Kind kind) {
        return ALL.stream().map(Attack::read).filter(it -> it.heldBy().contains(kind)).toList();
    }

    private static Attack read(String name) {
        try (var resource = Attack.class.getResourceAsStream("/attacks/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("There is no attack " + name);
            }
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            var kinds =
                    Arrays.stream(line(text, "held by", "").split(", ", -1))
                            .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
                            .toList();
            var seconds = Integer.parseInt(line(text, "seconds", "30"));
            return new Attack(name, text, kinds, line(text, "ends", ""), seconds);
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
            case "exited 0" -> outcome.equals(new Outcome.Exited(0));
            default -> throw new IllegalStateException(name + " ends how? " + ends);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
