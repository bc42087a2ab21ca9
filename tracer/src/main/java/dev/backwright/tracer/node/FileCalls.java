package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import java.util.Locale;

/// The program's files for our JavaScript, whose disk lays the program's own writes over them.
final class FileCalls {

    private FileCalls() {}

    static void define(Host host, Files files, Output output) {
        host.define("fileKind", 1, call -> kind(files, call.text(0)));
        host.define(
                "fileBytes",
                1,
                call ->
                        JSArrayBuffer.createArrayBuffer(
                                host.realm().getContext(), host.realm(), files.read(call.text(0))));
        host.define("folderNames", 1, call -> Values.array(host.realm(), files.list(call.text(0))));
        host.define("workingFolder", 0, call -> files.workingFolder());
        host.effect("writeText", 2, call -> output.print(call.integer(0, 1), call.text(1)));
        host.effect("writeBytes", 2, call -> output.write(call.integer(0, 1), View.of(call.at(1))));
    }

    private static String kind(Files files, String path) {
        return files.kind(path).name().toLowerCase(Locale.ROOT);
    }
}
