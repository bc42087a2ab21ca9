package dev.backwright.judge.app;

import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.judge.evidence.Clean;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a redirect leads, and what a browser would ask for there (RFC 9110, section 15.4).
///
/// @param request what is asked for next
/// @param tls whether through TLS
record Redirect(Request request, boolean tls) {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPING = Set.of(307, 308);
    private static final List<String> OURS = List.of("localhost", "127.0.0.1");

    /// Whether a reply is one.
    static boolean isOne(Answer answer) {
        return STATUSES.contains(answer.status()) && answer.header("Location") != null;
    }

    /// Follows them to the first reply that is none.
    static Reply follow(LiveReply reply, Asking asking, int most) {
        LiveReply now = reply;
        if (!isOne(now.answer())) {
            throw now.unmet(
                    "%s: expected a redirect with a Location; seen status %d"
                            .formatted(now.exchange().name(), now.code()));
        }
        for (int hops = 0; isOne(now.answer()); hops++) {
            if (hops == most) {
                throw now.unmet(
                        "%s: expected at most %d redirects; seen one more, to %s"
                                .formatted(reply.exchange().name(), most, location(now)));
            }
            Redirect next = after(now);
            now = asking.send(next.request, next.tls);
        }
        return now;
    }

    private static Redirect after(LiveReply reply) {
        URI to = resolved(reply);
        String host = String.valueOf(to.getHost()).toLowerCase(Locale.ROOT);
        boolean web = "http".equals(to.getScheme()) || "https".equals(to.getScheme());
        if (!web || !(OURS.contains(host) || host.equals(host(reply.asked())))) {
            throw reply.unmet(
                    "%s: expected a redirect within this server; seen one to %s"
                            .formatted(reply.exchange().name(), location(reply)));
        }
        return new Redirect(request(reply, to), "https".equals(to.getScheme()));
    }

    private static URI resolved(LiveReply reply) {
        String scheme = reply.tls() ? "https" : "http";
        try {
            return base(scheme, reply.asked().target()).resolve(new URI(encoded(raw(reply))));
        } catch (URISyntaxException e) {
            throw reply.unmet(
                    "%s: expected an address in Location; seen %s"
                            .formatted(reply.exchange().name(), location(reply)));
        }
    }

    /// A check may ask for what is no address; then only the server is known.
    private static URI base(String scheme, String target) throws URISyntaxException {
        try {
            return new URI(scheme + "://localhost" + encoded(target));
        } catch (URISyntaxException e) {
            return new URI(scheme + "://localhost/");
        }
    }

    /// Browsers take what an address may not hold, and encode it.
    private static String encoded(String address) {
        var out = new StringBuilder();
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            boolean legal = b > ' ' && b < 127 && "\"<>[\\]^`{|}".indexOf(b) < 0;
            out.append(legal ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return out.toString();
    }

    private static Request request(LiveReply reply, URI to) {
        Request asked = reply.asked();
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        boolean keeps = KEEPING.contains(reply.code()) || isSafe(asked.method());
        String method = keeps ? asked.method() : "GET";
        @Nullable String body = keeps ? asked.body() : null;
        List<Request.Header> headers =
                asked.headers().stream().filter(header -> keeps || !isOfBody(header)).toList();
        return new Request(method, path + query, headers, body, asked.pace());
    }

    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean isOfBody(Request.Header header) {
        String name = header.name().toLowerCase(Locale.ROOT);
        return name.startsWith("content-") || name.equals("transfer-encoding");
    }

    /// The name under which the server was asked.
    private static String host(Request asked) {
        return asked.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Host"))
                .map(header -> header.value().replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("localhost");
    }

    private static String raw(LiveReply reply) {
        return String.valueOf(reply.answer().header("Location"));
    }

    private static String location(LiveReply reply) {
        String raw = raw(reply);
        return Clean.text(raw.length() > 200 ? raw.substring(0, 200) + "…" : raw);
    }
}
