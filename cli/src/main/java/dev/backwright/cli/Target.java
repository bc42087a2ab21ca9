package dev.backwright.cli;

import dev.backwright.judge.Lab;
import dev.backwright.judge.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// What is to be judged: a folder, by the checks of a lab.
record Target(Lab lab, WorkFolder folder) {

    private static final Pattern LIKE_A_LAB = Pattern.compile("[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)?");

    /// Reads `[LAB] [DIR]`. A single word is a lab if there is one of that name, else a folder.
    ///
    /// @throws Stop when a word is neither
    static Target of(List<String> words, Path here, LabNames names) {
        return switch (words.size()) {
            case 0 -> noted(WorkFolder.at(here), names);
            case 1 -> ofOne(words.getFirst(), here, names);
            case 2 ->
                    new Target(
                            names.require(words.get(0)), WorkFolder.at(here.resolve(words.get(1))));
            default ->
                    throw Stop.misused(
                            "check takes at most a lab and a folder, got %d words."
                                    .formatted(words.size()));
        };
    }

    private static Target ofOne(String word, Path here, LabNames names) {
        Path folder = here.resolve(word);
        boolean noted = Files.isRegularFile(folder.resolve(LabNote.FILE));
        var lab = names.find(word);
        if (lab.isPresent() && !noted) {
            return new Target(lab.get(), WorkFolder.at(here));
        }
        if (!Files.exists(folder) && LIKE_A_LAB.matcher(word).matches()) {
            return new Target(names.require(word), WorkFolder.at(here));
        }
        return noted(WorkFolder.at(folder), names);
    }

    private static Target noted(WorkFolder folder, LabNames names) {
        return new Target(folder.lab(names), folder);
    }

    /// The folder as it is now.
    Submission submission(long seed) {
        return new Submission(UUID.randomUUID().toString(), lab.id(), folder.files(), seed, 1);
    }
}
