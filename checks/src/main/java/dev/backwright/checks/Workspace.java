package dev.backwright.checks;

import java.util.List;

/// The submission's files as they were handed in.
public interface Workspace {

    /// Plain relative paths, sorted.
    List<String> files();

    /// A file's text; absent where there is no such file.
    Seen file(String path);

    /// What `tsc --noEmit` says of the submission, by its `tsconfig.json`: a list of lines such as
    /// `src/main.ts(3,7): error TS2322: …`, empty where every type fits. A program runs whatever its types say, so nobody
    /// looks at them but a check that asks here.
    Seen typeErrors();

    /// As [#typeErrors], with a file of the check's own laid beside the submission. In it `// @ts-expect-error` says what the
    /// learner's types must refuse.
    Seen typeErrors(String path, String text);
}
