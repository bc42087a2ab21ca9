package dev.backwright.tracer;

import dev.backwright.tracer.node.MemoryFiles;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.record.Limits;
import dev.backwright.tracer.record.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.graalvm.polyglot.Engine;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Records one program for somebody else: boots, waits for a line of JSON ([Task]), answers with two: the trace, and what
/// was printed and how it ended. Ends without an answer when nobody asks any more.
final class Service {

    private static final String PRACTICE =
            """
            const { EventEmitter } = require('node:events');
            class Practice extends EventEmitter {
              #n = 0;
              add(by) { this.#n += by; this.emit('added', { by }); return this.#n; }
            }
            const practice = new Practice().on('added', ({ by }) => console.log('%o added', by));
            (async () => {
              for (const by of [1, 2]) { await null; practice.add(by); }
              try { null.x; } catch (error) { console.log(error.message, new Map([[1, { a: [1] }]])); }
            })();
            setTimeout(() => setImmediate(() => process.nextTick(() => console.log('done'))), 1);
            """;

    /// What a shell sees of a Node that has run out of memory.
    private static final int ABORTED = 134;

    private final InputStream in;
    private final OutputStream out;

    Service(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// A program of our own goes the whole way, so that its classes are loaded and Node's library is parsed.
    static void practise() {
        try (var engine = NodeProcess.engine()) {
            practise(engine);
        }
    }

    private static void practise(Engine engine) {
        var files = Map.of(Task.FOLDER + "/practice.cjs", PRACTICE);
        var recording = new Recording(Limits.STANDARD);
        try (var process = NodeProcess.boot(engine, MemoryFiles.of(files), recording)) {
            recording.begin(process, "practice.cjs", OutputStream.nullOutputStream());
            recording.end(process.run(Task.FOLDER + "/practice.cjs", List.of()));
        }
    }

    /// @return the exit code
    int run() throws IOException {
        try (var engine = NodeProcess.engine()) {
            practise(engine);
            var files = new LateFiles();
            var heard = new Heard();
            try (var process = NodeProcess.boot(engine, files, heard)) {
                var asked =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                                .readLine();
                if (asked != null) {
                    answer(Task.read(asked), files, heard, process);
                }
                return 0;
            }
        }
    }

    /// Where the memory is full the process is given up before anything else is asked for.
    private static Heard.End run(Task task, Recording recording, NodeProcess process) {
        try {
            var ending = process.run(task.main(), List.of(), Duration.ofMillis(task.millis()));
            recording.end(ending);
            return new Heard.End(ending.exit(), ending.by().name().toLowerCase(Locale.ROOT));
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof OutOfMemoryError)) {
                throw e;
            }
            process.close();
            recording.stop(ABORTED, "memory");
            return new Heard.End(ABORTED, "memory");
        }
    }

    private void answer(Task task, LateFiles files, Heard heard, NodeProcess process)
            throws IOException {
        files.are(new MemoryFiles(Task.FOLDER, task.files()));
        var recording = new Recording(Limits.STANDARD.withSteps(task.steps()));
        heard.passOn(recording);
        recording.begin(process, task.name(), out);
        Heard.End end = run(task, recording, process);
        out.write('\n');
        try (var json =
                new JsonFactory()
                        .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            heard.write(json, end);
        }
    }
}
