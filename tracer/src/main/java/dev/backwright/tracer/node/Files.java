package dev.backwright.tracer.node;

import java.util.List;

/// The files a program can see: read only, under absolute paths with `/`. What a program writes stays in its process and never comes here.
///
/// ```java
/// Files files = MemoryFiles.of(Map.of("/home/learner/order.cjs", "console.log(1)"));
/// ```
public interface Files {

    /// What is at a path.
    enum Kind {
        FILE,
        FOLDER,
        NOTHING
    }

    Kind kind(String path);

    /// The bytes of a file: only asked where `kind` said there is one.
    byte[] read(String path);

    /// The names in a folder, sorted: only asked where `kind` said there is one.
    List<String> list(String path);

    /// Where the program starts: its `process.cwd()`.
    String workingFolder();
}
