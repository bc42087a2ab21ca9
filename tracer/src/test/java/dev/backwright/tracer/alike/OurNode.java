package dev.backwright.tracer.alike;

import dev.backwright.tracer.node.FolderFiles;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Observer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.graalvm.polyglot.Engine;

/// The recorder's Node; one engine for all programs, a process for each.
final class OurNode implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Engine engine = NodeProcess.engine();

    Shown run(Program program) throws IOException {
        var out = new StringBuilder();
        var observer =
                new Observer() {
                    @Override
                    public void prints(int descriptor, String text) {
                        if (descriptor == 1) {
                            out.append(text);
                        }
                    }
                };
        var files = new FolderFiles(program.folder());
        try (var process = NodeProcess.boot(engine, files, observer)) {
            int exit = process.run(program.file().toString(), List.of(), LIMIT).exit();
            return new Shown(out.toString(), exit);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
