package dev.backwright.cli;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Intake;
import dev.backwright.judge.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A learner's folder. What `start` put there for the editor is not part of the work.
record WorkFolder(Path path) {

    private static final Set<String> FOR_THE_EDITOR =
            Set.of(LabNote.FILE, "jsconfig.json", ".env", ".env.example");

    /// @throws Stop when there is no such folder, or nothing in it
    static WorkFolder at(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        if (!Files.isDirectory(whole)) {
            throw Stop.misused(
                    Files.exists(whole)
                            ? whole + " is no folder; name the folder your work is in."
                            : "there is no folder " + whole + "; name the folder your work is in.");
        }
        if (isEmpty(whole)) {
            throw Stop.misused(whole + " is empty; begin with ./backwright start LAB.");
        }
        return new WorkFolder(whole);
    }

    /// Whether it still is.
    boolean isThere() {
        return Files.isDirectory(path);
    }

    static boolean isEmpty(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findAny().isEmpty();
        } catch (IOException e) {
            throw Stop.misused(folder + " cannot be read; change its permissions.");
        }
    }

    /// The lab `start` noted.
    Lab lab(LabNames names) {
        LabNote note =
                LabNote.of(path)
                        .orElseThrow(() ->
                                Stop.misused(
                                        "%s does not say which lab it is; name it, or begin with ./backwright start LAB."
                                                .formatted(path)));
        return names.require(note.lab());
    }

    /// The work, taken in under the limits for strangers.
    ///
    /// @throws Stop with every reason why it may not be
    FileTree files() {
        try {
            var files =
                    new TreeMap<>(new Intake(Intake.Settings.STANDARD).fromFolder(path).files());
            files.keySet().removeAll(FOR_THE_EDITOR);
            return new FileTree(files);
        } catch (Intake.Refused refused) {
            throw Stop.misused(
                    path + " cannot be taken in:\n  " + String.join("\n  ", refused.violations()));
        }
    }
}
