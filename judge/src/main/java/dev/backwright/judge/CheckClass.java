package dev.backwright.judge;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds a lab's one class of checks: the class in the lab's package whose name ends in `Checks`.
final class CheckClass {

    private static final String ENDING = "Checks.class";

    private CheckClass() {}

    /// The class, from the class path.
    ///
    /// @throws JudgeException when there is none, or more than one
    static Class<?> of(LabId id) {
        List<String> names = names(id).stream().distinct().toList();
        if (names.size() != 1) {
            throw new JudgeException(
                    "the lab %s needs one class that ends in Checks in the package %s, found %s; build the course"
                            .formatted(id, packageOf(id), names));
        }
        try {
            return Class.forName(names.getFirst(), false, loader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new JudgeException("the checks of " + id + " cannot be loaded: " + e, e);
        }
    }

    /// What the checks' behaviour comes from: sources where the lab's folder has them, else the compiled class.
    static SortedMap<String, byte[]> sources(LabId id, Path folder) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
                found.put("checks/" + file.getFileName(), Files.readAllBytes(file));
            }
            return found.isEmpty() ? compiled(id) : found;
        } catch (IOException e) {
            throw new JudgeException("the checks of " + id + " cannot be read: " + e, e);
        }
    }

    private static SortedMap<String, byte[]> compiled(LabId id) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        for (String name : names(id)) {
            try (var in = loader().getResourceAsStream(name.replace('.', '/') + ".class")) {
                found.put("checks/" + name, in == null ? new byte[0] : in.readAllBytes());
            }
        }
        return found;
    }

    private static List<String> names(LabId id) {
        List<String> names = new ArrayList<>();
        try {
            for (URL place : Collections.list(loader().getResources(id + "/"))) {
                for (String file : files(place, id)) {
                    names.add(
                            packageOf(id)
                                    + "."
                                    + file.substring(0, file.length() - ".class".length()));
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new JudgeException("the class path cannot be read for " + id + ": " + e, e);
        }
        return names;
    }

    private static List<String> files(URL place, LabId id) throws IOException, URISyntaxException {
        URLConnection connection = place.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            return inJar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(id + "/") && name.endsWith(ENDING))
                    .map(name -> name.substring(id.toString().length() + 1))
                    .toList();
        }
        try (Stream<Path> all = Files.list(Path.of(new URI(place.toString())))) {
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .toList();
        }
    }

    private static String packageOf(LabId id) {
        return id.step() + "." + id.name();
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? CheckClass.class.getClassLoader() : context;
    }
}
