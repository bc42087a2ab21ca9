package dev.backwright.judge.program;

import dev.backwright.judge.JudgeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// The probe's program text, from its parts; one file, so that Node loads it quickly.
final class ProbeSource {

    /// Where it stands in the work folder until it has started and removed itself.
    static final String FILE = ".backwright-probe.cjs";

    private static final List<String> PARTS =
            List.of(
                    "1-built-ins.js",
                    "2-frames.js",
                    "3-values.js",
                    "4-snapshots.js",
                    "5-commands.js",
                    "6-tests.js",
                    "7-loop.js");

    private static final byte[] TEXT = join();

    private ProbeSource() {}

    static byte[] text() {
        return TEXT.clone();
    }

    private static byte[] join() {
        var all = new ByteArrayOutputStream();
        PARTS.forEach(part -> all.writeBytes(read(part)));
        return all.toByteArray();
    }

    private static byte[] read(String part) {
        try (var in = ProbeSource.class.getResourceAsStream(part)) {
            if (in == null) {
                throw new JudgeException("the probe lacks its part " + part + ": rebuild judge");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new JudgeException("the probe's part " + part + " cannot be read", e);
        }
    }
}
