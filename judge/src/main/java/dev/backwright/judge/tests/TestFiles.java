package dev.backwright.judge.tests;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// Which files `node --test` takes for tests, where it is given none.
final class TestFiles {

    private static final Pattern NAMED =
            Pattern.compile("(.*/)?([^/]+[.\\-_]test|test-[^/]+|test)\\.[cm]?[jt]s");
    private static final Pattern IN_FOLDER = Pattern.compile("(.*/)?test/.*\\.[cm]?[jt]s");

    private TestFiles() {}

    static List<String> in(Collection<String> files) {
        return files.stream().filter(TestFiles::isTest).toList();
    }

    private static boolean isTest(String file) {
        return !file.endsWith(".d.ts")
                && (NAMED.matcher(file).matches() || IN_FOLDER.matcher(file).matches());
    }
}
