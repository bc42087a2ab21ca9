package dev.backwright.tracer;

import dev.backwright.tracer.node.Files;
import dev.backwright.tracer.node.MemoryFiles;
import java.util.List;
import java.util.Map;

/// The files of a process that has booted before anybody knows its program.
final class LateFiles implements Files {

    private Files files = new MemoryFiles(Task.FOLDER, Map.of());

    void are(Files these) {
        files = these;
    }

    @Override
    public Kind kind(String path) {
        return files.kind(path);
    }

    @Override
    public byte[] read(String path) {
        return files.read(path);
    }

    @Override
    public List<String> list(String path) {
        return files.list(path);
    }

    @Override
    public String workingFolder() {
        return files.workingFolder();
    }
}
