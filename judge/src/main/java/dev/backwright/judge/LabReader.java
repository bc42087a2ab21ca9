package dev.backwright.judge;

import dev.backwright.judge.Lab.Kind;
import dev.backwright.judge.Lab.Wrong;
import dev.backwright.judge.yaml.Sheet;
import dev.backwright.sandbox.Limits;
import dev.backwright.services.mongo.Capabilities;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one lab's folder.
final class LabReader {

    private static final Pattern CHECK = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("\\d+(\\.\\d+)+");
    private static final Pattern LAB = Pattern.compile("[a-z][a-z0-9_]*/[a-z][a-z0-9_]*");
    private static final Pattern FILE = Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*");
    private static final Pattern SERVICE =
            Pattern.compile(
                    Arrays.stream(dev.backwright.judge.service.Kind.values())
                            .map(dev.backwright.judge.service.Kind::id)
                            .collect(Collectors.joining("|")));
    private static final Pattern ABILITY =
            Pattern.compile(
                    Capabilities.names().stream()
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")));
    private static final Set<String> KINDS = Set.of("program", "app", "data", "project", "tests");

    private final LabId id;
    private final Path folder;
    private final List<String> problems;

    LabReader(LabId id, Path folder, List<String> problems) {
        this.id = id;
        this.folder = folder;
        this.problems = problems;
    }

    Lab read() {
        Sheet yaml = open("lab.yaml");
        Lab.Sheet sheet = sheet(yaml);
        SortedMap<String, byte[]> starter = Starter.read(folder);
        if (sheet.kind() == Kind.TESTS == LabFolder.variants(folder).isEmpty()) {
            yaml.problem("kind", "tests, and they only, are run on what lies in variants/");
        }
        for (String file : sheet.edit()) {
            if (!starter.containsKey(file)) {
                yaml.problem("edit", "there is no file starter/" + file);
            }
        }
        Map<String, List<String>> checks = open("hints.yaml").lists(CHECK, "a check's id");
        return new Lab(
                id,
                folder,
                LabDigest.of(id, folder, sheet, starter),
                sheet,
                checks,
                wrongs(checks));
    }

    private Lab.Sheet sheet(Sheet yaml) {
        var sheet =
                new Lab.Sheet(
                        yaml.text("title"),
                        yaml.texts("topics", TOPIC, "a topic's id such as 1.1.3"),
                        kind(yaml),
                        yaml.textsOrNone("needs", SERVICE, "a service: " + SERVICE),
                        yaml.textsOrNone("mongo", ABILITY, "a name in docs/mongodb.md"),
                        yaml.flag("tls"),
                        yaml.whole("minutes", 1),
                        yaml.textsOrNone("prerequisites", LAB, "a lab's id"),
                        yaml.texts("edit", FILE, "a file of starter/"),
                        yaml.textOr("run", ""),
                        yaml.textsOrNone("formerly", LAB, "a lab's id"),
                        limits(yaml.inner("limits")));
        if (!sheet.mongo().isEmpty() && !sheet.needs().contains("mongo")) {
            yaml.problem("mongo", "the lab does not need mongo");
        }
        if (sheet.tls() && sheet.kind() != Kind.APP) {
            yaml.problem("tls", "only a server, kind: app, speaks TLS");
        }
        yaml.done();
        return sheet;
    }

    private static Kind kind(Sheet yaml) {
        String kind = yaml.text("kind", KINDS::contains, "program, app, data, project or tests");
        return kind.isEmpty() ? Kind.PROGRAM : Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    private static Limits limits(Sheet yaml) {
        Limits limits = Limits.STANDARD;
        if (yaml.has("memory")) {
            limits = limits.withMemory(yaml.whole("memory", 16) * Limits.MEGABYTE);
        }
        if (yaml.has("seconds")) {
            Duration time = Duration.ofSeconds(yaml.whole("seconds", 1));
            limits = limits.withWall(time).withCpu(time);
        }
        if (yaml.has("processes")) {
            limits = limits.withProcesses(yaml.whole("processes", 8));
        }
        yaml.done();
        return limits;
    }

    private List<Wrong> wrongs(Map<String, List<String>> checks) {
        List<Wrong> wrongs = new ArrayList<>();
        for (String name : LabFolder.folders(folder.resolve("wrong"))) {
            Sheet yaml = open("wrong/" + name + "/wrong.yaml");
            List<String> fails = known(yaml, "fails", checks);
            if (fails.isEmpty()) {
                yaml.problem("fails", "names no check");
            }
            List<String> blocks = yaml.has("blocks") ? known(yaml, "blocks", checks) : List.of();
            wrongs.add(
                    new Wrong(
                            name,
                            fails,
                            blocks,
                            yaml.text(
                                    "because",
                                    s -> CHECK.matcher(s).matches(),
                                    "a misconception's id")));
            yaml.done();
        }
        return wrongs;
    }

    private static List<String> known(Sheet yaml, String key, Map<String, List<String>> checks) {
        List<String> ids = yaml.texts(key, CHECK, "a check's id");
        for (String check : ids) {
            if (!checks.containsKey(check)) {
                yaml.problem(key, "there is no check " + check + " in hints.yaml");
            }
        }
        return ids;
    }

    private Sheet open(String file) {
        return Sheet.read(folder.resolve(file), "labs/" + id + "/" + file, problems);
    }
}
