package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads replies from a stream, one after the other (RFC 9112, sections 4 to 7). Informational ones are passed over.
final class AnswerReader {

    /// How a problem begins that the server has answered with, rather than died of.
    static final String NO_HTTP = "answered with something that is no HTTP: ";

    static final int BODY_CAP = 1_000_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)(?: .*)?");

    private final InputStream in;
    private final boolean toHead;

    AnswerReader(InputStream in, String method) {
        this.in = in;
        this.toHead = method.equals("HEAD");
    }

    /// A reply of which the body is still to come.
    ///
    /// @param answer with an empty body
    record Head(Answer answer, InputStream body) {}

    /// Reads no further than the empty line.
    ///
    /// @throws NoAnswer when what comes is no reply
    Head head() throws IOException {
        var lines = new HeadLines(in);
        int status = status(lines);
        List<Request.Header> headers = lines.headers();
        while (status < 200 && status != 101) {
            status = status(lines);
            headers = lines.headers();
        }
        var answer = new Answer(status, headers, "", lines.firstByteNanos());
        return new Head(answer, BodyStream.of(lines, answer, toHead));
    }

    /// The whole reply.
    ///
    /// @throws NoAnswer when what comes is no reply
    Answer read() throws IOException {
        Head head = head();
        byte[] body = head.body().readNBytes(BODY_CAP + 1);
        if (body.length > BODY_CAP) {
            throw new NoAnswer("sent a body larger than 1 MB");
        }
        return head.answer().withBody(new String(body, StandardCharsets.UTF_8));
    }

    private static int status(HeadLines lines) throws IOException {
        String line = lines.line();
        Matcher status = STATUS.matcher(line);
        if (!status.matches()) {
            throw new NoAnswer(NO_HTTP + HeadLines.shown(line));
        }
        return Integer.parseInt(status.group(1));
    }
}
