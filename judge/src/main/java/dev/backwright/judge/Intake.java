package dev.backwright.judge;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Takes in files from a stranger, or refuses them with every violation at once.
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
        throw new UnsupportedOperationException(settings.toString() + files.size());
    }

    /// Files from a zip archive.
    ///
    /// @throws Refused when they may not be taken in
    public FileTree fromZip(InputStream zip) throws Refused {
        throw new UnsupportedOperationException(zip.toString());
    }

    /// Files from a folder.
    ///
    /// @throws Refused when they may not be taken in
    public FileTree fromFolder(Path folder) throws Refused {
        throw new UnsupportedOperationException(folder.toString());
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
