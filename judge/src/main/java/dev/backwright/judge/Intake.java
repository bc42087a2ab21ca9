package dev.backwright.judge;

import dev.backwright.judge.intake.Allowance;
import dev.backwright.judge.intake.Basket;
import dev.backwright.judge.intake.Walk;
import dev.backwright.judge.intake.ZipRoom;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Takes in files from a stranger, or refuses them with every violation at once. Safe for many threads.
public final class Intake {

    private final Settings settings;

    public Intake(Settings settings) {
        this.settings = settings;
    }

    /// How much may be handed in.
    ///
    /// @param files how many files
    /// @param fileBytes bytes of one file
    /// @param totalBytes bytes of all files together
    public record Settings(int files, long fileBytes, long totalBytes) {
        public static final Settings STANDARD = new Settings(200, 1_000_000, 5_000_000);
    }

    /// Files from an editor: path and text.
    ///
    /// @throws Refused when they may not be taken in
    public FileTree fromEditor(Map<String, String> files) throws Refused {
        Basket basket = basket();
        files.forEach(basket::put);
        return taken(basket);
    }

    /// Files from a zip archive. A single folder that holds everything is taken off. The stream is not closed.
    ///
    /// @throws Refused when they may not be taken in
    public FileTree fromZip(InputStream zip) throws Refused {
        Basket basket = basket();
        ZipRoom.into(basket, zip);
        return taken(basket);
    }

    /// Files from a folder, without `.git` and `node_modules`. Links are never followed.
    ///
    /// @throws Refused when they may not be taken in
    public FileTree fromFolder(Path folder) throws Refused {
        Basket basket = basket();
        Walk.into(basket, folder);
        return taken(basket);
    }

    /// Files from a commit: path and content.
    ///
    /// @param wrong what is wrong with others that stand in it
    /// @throws Refused when they may not be taken in
    public FileTree fromCommit(Map<String, byte[]> files, List<String> wrong) throws Refused {
        Basket basket = basket();
        wrong.forEach(basket::refuse);
        files.forEach(basket::put);
        return taken(basket);
    }

    private Basket basket() {
        return new Basket(
                new Allowance(settings.files(), settings.fileBytes(), settings.totalBytes()));
    }

    private static FileTree taken(Basket basket) throws Refused {
        List<String> violations = basket.violations();
        if (!violations.isEmpty()) {
            throw new Refused(violations);
        }
        return new FileTree(basket.files());
    }

    /// What was handed in may not be taken in; each sentence says what is wrong and what to do.
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<String> violations;

        public Refused(List<String> violations) {
            super(String.join("\n", violations));
            this.violations = List.copyOf(violations);
        }

        public List<String> violations() {
            return violations;
        }
    }
}
