package dev.backwright.course;

import dev.backwright.checks.Check;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The course as it lies in this checkout.
final class Course {

    static final Path FOLDER = place("backwright.course", "");
    static final Path TOOLBOX = place("backwright.toolbox", "../toolbox");

    private static final String ONLY = System.getProperty("backwright.lab", "");
    private static final YAMLMapper YAML = new YAMLMapper();

    private Course() {}

    private static Path place(String property, String otherwise) {
        return Path.of(System.getProperty(property, otherwise)).toAbsolutePath().normalize();
    }

    static List<Lab> labs() {
        return Labs.load(FOLDER).all();
    }

    /// A file such as `coverage.yaml`.
    static JsonNode yaml(String file) {
        return parse(text(FOLDER.resolve(file)));
    }

    static JsonNode parse(String yaml) {
        return YAML.readTree(yaml);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The paths below a folder, relative to it and sorted; none where there is no such folder.
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// A lab's class of checks: `javascript.closures.ClosuresChecks`, `web.this_binding.ThisBindingChecks`.
    static Class<?> checks(LabId id) {
        var name = new StringBuilder(id.step() + "." + id.name() + ".");
        for (String word : id.name().split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        try {
            return Class.forName(name + "Checks");
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the lab " + id + " has no class " + name + "Checks", e);
        }
    }

    /// What is annotated with [Check] in a lab's class.
    static List<Check> annotations(LabId id) {
        return Arrays.stream(checks(id).getDeclaredMethods())
                .map((Method method) -> method.getAnnotation(Check.class))
                .filter(Objects::nonNull)
                .toList();
    }

    /// All labs, or those that `backwright.lab` names, with commas between them.
    static Stream<Lab> asked() {
        return labs().stream().filter(lab -> ONLY.isEmpty() || isAsked(lab));
    }

    /// Whether `backwright.lab` names it.
    static boolean isAsked(Lab lab) {
        return List.of(ONLY.split(",")).contains(lab.id().toString());
    }
}
