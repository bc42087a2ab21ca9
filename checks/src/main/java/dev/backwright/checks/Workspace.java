package dev.backwright.checks;

import java.util.List;

/// The submission's files as they were handed in.
public interface Workspace {

    /// Plain relative paths, sorted.
    List<String> files();

    /// A file's text; absent where there is no such file.
    Seen file(String path);
}
