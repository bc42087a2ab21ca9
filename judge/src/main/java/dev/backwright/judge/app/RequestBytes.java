package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A request as it goes on the wire (RFC 9112): headers as given and in order, `Host`, length and `Connection: close`
/// where they are missing. Names and values go out as they are, so that a check can send what is wrong.
final class RequestBytes {

    private RequestBytes() {}

    static byte[] of(Request request) {
        byte[] body =
                request.body() == null
                        ? new byte[0]
                        : request.body().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder();
        line(head, request.method() + " " + request.target() + " HTTP/1.1");
        if (lacks(request, "Host")) {
            line(head, "Host: localhost");
        }
        request.headers().forEach(header -> line(head, header.name() + ": " + header.value()));
        if (request.body() != null
                && lacks(request, "Content-Length")
                && lacks(request, "Transfer-Encoding")) {
            line(head, "Content-Length: " + body.length);
        }
        if (lacks(request, "Connection")) {
            line(head, "Connection: close");
        }
        line(head, "");
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static void line(StringBuilder head, String text) {
        head.append(text).append("\r\n");
    }

    private static boolean lacks(Request request, String name) {
        return request.headers().stream().noneMatch(header -> header.name().equalsIgnoreCase(name));
    }
}
