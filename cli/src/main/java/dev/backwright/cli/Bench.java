package dev.backwright.cli;

import dev.backwright.cli.shown.Plain;
import dev.backwright.judge.Lab;
import dev.backwright.judge.app.tls.Identity;
import dev.backwright.judge.service.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets up a folder to work in: the starter, the packages, types for the editor, the environment, and a note of the lab.
record Bench(Lab lab, Path toolbox) {

    private static final int SHOWN = 8;

    private static final String TYPES =
            """
            {
              "compilerOptions": {
                "module": "nodenext",
                "target": "es2024",
                "types": ["node"],
                "checkJs": true,
                "strict": false,
                "noEmit": true
              },
              "exclude": ["node_modules"]
            }
            """;

    /// @throws Stop when the folder holds something already, or cannot be written
    void setUp(Path folder) {
        requireNothingThere(folder);
        try {
            Files.createDirectories(folder);
            writeStarter(folder);
            Files.createSymbolicLink(
                    folder.resolve("node_modules"), toolbox.toRealPath().resolve("node_modules"));
            writeTypes(folder);
            writeEnvironment(folder);
            writeIdentity(folder);
            new LabNote(lab.id().toString(), lab.digest()).writeTo(folder);
        } catch (IOException e) {
            throw Stop.misused(
                    "%s cannot be written (%s); choose another folder.".formatted(folder, e));
        }
    }

    private static void requireNothingThere(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Stop.misused(folder + " is a file; choose a new folder. Nothing was changed.");
        }
        if (Files.isDirectory(folder) && !WorkFolder.isEmpty(folder)) {
            throw Stop.misused(
                    "%s holds something already: %s. Choose a new folder; nothing was changed."
                            .formatted(folder, whatIsIn(folder)));
        }
    }

    private static String whatIsIn(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            var names =
                    all.map(path -> Plain.line(String.valueOf(path.getFileName())))
                            .sorted()
                            .toList();
            String some = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
            return names.size() > SHOWN
                    ? some + " and %d more".formatted(names.size() - SHOWN)
                    : some;
        } catch (IOException e) {
            throw Stop.misused(folder + " cannot be read; choose a new folder.");
        }
    }

    private void writeStarter(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : lab.starter().files().entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.resolveSibling("."));
            Files.write(to, file.getValue());
        }
    }

    /// Editors read only one of both.
    private static void writeTypes(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("tsconfig.json"))) {
            writeNew(folder.resolve("jsconfig.json"), TYPES);
        }
    }

    /// A certificate of one's own: nobody else trusts it, so nothing is given away.
    private void writeIdentity(Path folder) throws IOException {
        if (lab.sheet().tls()) {
            for (Map.Entry<String, byte[]> file : Identity.make().files().entrySet()) {
                Path to = folder.resolve(file.getKey());
                Files.createDirectories(to.resolveSibling("."));
                Files.write(to, file.getValue());
            }
        }
    }

    private void writeEnvironment(Path folder) throws IOException {
        boolean alone = lab.sheet().kind() != Lab.Kind.APP && lab.sheet().needs().isEmpty();
        if (alone || lab.sheet().kind() == Lab.Kind.PROJECT) {
            return;
        }
        writeNew(folder.resolve(".env"), environment());
        writeNew(folder.resolve(".env.example"), environment());
    }

    private String environment() {
        var text =
                new StringBuilder(
                        "# The judge gives values of its own; these are for running by hand.\nPORT=3000\n");
        for (String need : lab.sheet().needs()) {
            Kind kind = Kind.of(need).orElseThrow();
            text.append(
                    "# `backwright run` starts %s; by hand, put your own here.\n%s=%s\n"
                            .formatted(kind.title(), kind.variable(), kind.usual()));
        }
        if (lab.sheet().tls()) {
            text.append("HTTPS_PORT=3443\n");
            new TreeMap<>(Identity.environment())
                    .forEach((name, file) -> text.append("%s=%s\n".formatted(name, file)));
        }
        return text.toString();
    }

    /// A starter may bring one of its own.
    private static void writeNew(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, text);
        }
    }
}
