package dev.backwright.academy.gitserver;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// An answer that says what it is with its first byte. A request that breaks off before is answered by nobody, and must not have been.
final class LateAnswer extends OutputStream {

    private final HttpServletResponse response;
    private final String type;
    private @Nullable OutputStream out;

    LateAnswer(HttpServletResponse response, String type) {
        this.response = response;
        this.type = type;
    }

    private OutputStream begun() throws IOException {
        OutputStream known = out;
        if (known == null) {
            response.setContentType(type);
            response.setHeader("Cache-Control", "no-store");
            known = response.getOutputStream();
            out = known;
        }
        return known;
    }

    @Override
    public void write(int next) throws IOException {
        begun().write(next);
    }

    @Override
    public void write(byte[] from, int at, int length) throws IOException {
        begun().write(from, at, length);
    }

    @Override
    public void flush() throws IOException {
        begun().flush();
    }
}
