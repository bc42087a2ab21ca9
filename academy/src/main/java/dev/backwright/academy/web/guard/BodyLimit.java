package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.CannotAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets no body in that is larger than anything we take, whether it says its length or not.
final class BodyLimit extends OncePerRequestFilter {

    static final long STANDARD = 12L << 20;
    static final long IMPORT = 300L << 20;
    static final long QUERY = 64L << 10;

    /// Much less is taken; git hears that only after it has sent all.
    static final long PUSH = 64L << 20;

    private final Refusals refusals;

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            refusals.refuse(request, response, Refusal.TOO_LARGE);
        } else {
            chain.doFilter(new Limited(request, most), response);
        }
    }

    private static long most(HttpServletRequest request) {
        if (GitPaths.isPush(request)) {
            return PUSH;
        }
        return switch (request.getServletPath()) {
            case "/api/import" -> IMPORT;
            case "/graphql" -> QUERY;
            default -> STANDARD;
        };
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;

        Limited(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream from;
        private long left;

        Counted(ServletInputStream from, long most) {
            this.from = from;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = from.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            int got = from.read(into, at, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw CannotAnswer.tooLarge(Refusal.TOO_LARGE.says());
            }
        }

        @Override
        public boolean isFinished() {
            return from.isFinished();
        }

        @Override
        public boolean isReady() {
            return from.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            from.setReadListener(listener);
        }
    }
}
