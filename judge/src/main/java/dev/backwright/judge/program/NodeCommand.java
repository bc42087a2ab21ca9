package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One way to run a script of the submission; never changed once it is handed out.
final class NodeCommand implements Program.Command {

    private final Scripts scripts;
    private final String script;
    private final List<String> arguments;
    private final List<String> options = new ArrayList<>();
    private final SortedMap<String, String> environment = new TreeMap<>();
    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, String> laid = new TreeMap<>();
    private Iterable<String> pieces = List.of();
    private @Nullable Cue cue;

    NodeCommand(Scripts scripts, String script, List<String> arguments) {
        this.scripts = scripts;
        this.script = script;
        this.arguments = arguments;
        this.files = new TreeMap<>(scripts.files());
    }

    private NodeCommand(NodeCommand other) {
        this.scripts = other.scripts;
        this.script = other.script;
        this.arguments = other.arguments;
        this.options.addAll(other.options);
        this.environment.putAll(other.environment);
        this.files = new TreeMap<>(other.files);
        this.laid.putAll(other.laid);
        this.pieces = other.pieces;
        this.cue = other.cue;
    }

    @Override
    public NodeCommand env(String name, String value) {
        if (!name.matches("\\w+") || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no variable of an environment: " + name);
        }
        var next = new NodeCommand(this);
        next.environment.put(name, value);
        return next;
    }

    @Override
    public NodeCommand file(String path, String text) {
        var next = new NodeCommand(this);
        next.files.put(Paths.plain(path), text.getBytes(StandardCharsets.UTF_8));
        next.laid.put(Paths.plain(path), text);
        return next;
    }

    @Override
    public NodeCommand without(String path) {
        var next = new NodeCommand(this);
        next.files.remove(Paths.plain(path));
        next.laid.remove(Paths.plain(path));
        return next;
    }

    @Override
    public NodeCommand node(String... more) {
        var next = new NodeCommand(this);
        next.options.addAll(List.of(more));
        return next;
    }

    @Override
    public NodeCommand input(String text) {
        return input(List.of(text));
    }

    @Override
    public NodeCommand input(Iterable<String> made) {
        var next = new NodeCommand(this);
        next.pieces = made;
        return next;
    }

    @Override
    public NodeCommand signal(String name, String whenPrinted) {
        var next = new NodeCommand(this);
        next.cue = Cue.of(name, whenPrinted);
        return next;
    }

    @Override
    public FinishedRun run() {
        return scripts.run(this);
    }

    /// Program, options, script and arguments.
    List<String> line() {
        List<String> line = new ArrayList<>(List.of("node"));
        line.addAll(options);
        line.add(script);
        line.addAll(arguments);
        return line;
    }

    Map<String, String> environment() {
        return environment;
    }

    /// All files it finds.
    SortedMap<String, byte[]> files() {
        return files;
    }

    /// What stands on its standard input.
    Iterable<String> pieces() {
        return pieces;
    }

    Optional<Cue> cue() {
        return Optional.ofNullable(cue);
    }

    /// What it printed, with what it was given.
    Printed printed(String out, String err, String ending) {
        return new Printed(toString(), out, err, ending, repeat(), given());
    }

    /// `node main.js`.
    @Override
    public String toString() {
        return String.join(" ", line());
    }

    private String repeat() {
        String variables =
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + " ")
                        .collect(Collectors.joining());
        return variables + this;
    }

    private static String quoted(String value) {
        return value.matches("[\\w@%+=:,./-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private List<Evidence> given() {
        return laid.entrySet().stream()
                .map(file -> (Evidence) contents(file.getKey(), file.getValue()))
                .toList();
    }

    private static Evidence.Console contents(String path, String text) {
        return new Evidence.Console("cat " + path, Printed.cut(text), "", "");
    }
}
