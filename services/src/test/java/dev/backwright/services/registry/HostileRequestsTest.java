package dev.backwright.services.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever a program of the learner's may send, the registry answers or ends the connection, and goes on.
class HostileRequestsTest {

    private final Registry registry = new Registry();

    @AfterEach
    void close() {
        registry.close();
    }

    /// What comes back on a connection of its own.
    private String said(String request) {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var client = SocketChannel.open(server.getLocalAddress());
                    var ours = server.accept()) {
                client.setOption(StandardSocketOptions.SO_SNDBUF, 1 << 20);
                Thread serving = Thread.ofVirtual().start(() -> serve(ours));
                write(client, request.getBytes(UTF_8));
                String all = read(client);
                serving.join();
                return all;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(SocketChannel channel) {
        try (channel) {
            registry.handle(channel);
        } catch (IOException gone) {
            assertTrue(gone.getMessage() == null || !gone.getMessage().isEmpty());
        }
    }

    private static void write(SocketChannel client, byte[] bytes) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                client.write(left);
            }
            client.shutdownOutput();
        } catch (IOException refused) {
            assertTrue(client.isOpen()); // it was answered before all was sent
        }
    }

    private static String read(SocketChannel client) {
        var all = new ByteArrayOutputStream();
        var piece = ByteBuffer.allocate(64 << 10);
        try {
            while (client.read(piece.clear()) >= 0) {
                all.write(piece.array(), 0, piece.position());
            }
        } catch (IOException reset) {
            return all.toString(UTF_8);
        }
        return all.toString(UTF_8);
    }

    private static String request(String method, String path, String body) {
        return "%s %s HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer x\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(method, path, body.getBytes(UTF_8).length, body);
    }

    private int status(String request) {
        String said = said(request);
        return said.isEmpty() ? 0 : Integer.parseInt(said.split(" ", 3)[1]);
    }

    private String published(String name, String version, byte[] tarball, String dist) {
        String data = Base64.getEncoder().encodeToString(tarball);
        return request(
                "PUT",
                "/" + name.replace("/", "%2f"),
                """
                {"name": "%1$s", "dist-tags": {"latest": "%2$s"},
                 "versions": {"%2$s": {"name": "%1$s", "version": "%2$s", "dist": {%3$s}}},
                 "_attachments": {"a.tgz": {"data": "%4$s", "length": 1}}}
                """
                        .formatted(name, version, dist, data));
    }

    private static byte[] archive(TarArchiveEntry entry, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            put(
                    tar,
                    new TarArchiveEntry("package/package.json"),
                    "{\"name\":\"a\",\"version\":\"1.0.0\"}");
            put(tar, entry, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, String text)
            throws IOException {
        byte[] content = text.getBytes(UTF_8);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry named(String name) {
        return new TarArchiveEntry(name, true);
    }

    private int publishing(TarArchiveEntry entry, String text) {
        return status(published("a", "1.0.0", archive(entry, text), ""));
    }

    @Test
    void aPlainPublicationIsTakenOnce() {
        byte[] good = archive(named("package/index.js"), "1");
        assertEquals(201, status(published("a", "1.0.0", good, "")));
        assertEquals(403, status(published("a", "1.0.0", good, "")));
        assertEquals(List.of("1.0.0"), registry.versions("a"));
        assertEquals(
                "1", registry.release("a", "1.0.0").orElseThrow().file("index.js").orElseThrow());
    }

    @Test
    void filesThatLeadElsewhereAreRefused() {
        for (String name :
                List.of(
                        "package/../../etc/passwd",
                        "/etc/passwd",
                        "package//x",
                        "package/a\\b",
                        "package/./x",
                        "lonely",
                        "package/" + "x".repeat(500))) {
            assertEquals(400, publishing(named(name), "x"), name);
        }
        var link = new TarArchiveEntry("package/link", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        assertEquals(400, publishing(link, ""));
        var hard = new TarArchiveEntry("package/hard", TarConstants.LF_LINK);
        hard.setLinkName("/etc/passwd");
        assertEquals(400, publishing(hard, ""));
        assertEquals(
                400, publishing(new TarArchiveEntry("package/fifo", TarConstants.LF_FIFO), ""));
        assertEquals(List.of(), registry.versions("a"));
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() {
        assertEquals(413, publishing(named("package/big"), "0".repeat(17 << 20)));
    }

    @Test
    void whatIsNoArchiveOrAnotherPackageIsRefused() {
        byte[] good = archive(named("package/index.js"), "1");
        assertEquals(400, status(published("a", "1.0.0", "no gzip".getBytes(UTF_8), "")));
        assertEquals(400, status(published("b", "1.0.0", good, "")));
        assertEquals(400, status(published("a", "1.0.1", good, "")));
        assertEquals(400, status(published("a", "1.0.0", good, "\"shasum\": \"00\"")));
        assertEquals(400, status(published("a", "1.0.0", good, "\"integrity\": \"sha512-x\"")));
    }

    @Test
    void namesAndNumbersOutsideOfTheRulesAreRefused() {
        for (String name :
                List.of("A", ".a", "_a", "..", "a%20b", "@a", "%00", "@a%2f..", "a".repeat(300))) {
            int status = status(request("GET", "/" + name, ""));
            assertTrue(status == 400 || status == 404, name + " " + status);
        }
        for (String version : List.of("1", "01.0.0", "1.0.0-", "v1.0.0", "latest", "1.0.0 ")) {
            byte[] bytes =
                    Tarball.of(
                                    new java.util.TreeMap<>(
                                            Map.of(
                                                    "package.json",
                                                    "{\"name\":\"a\",\"version\":\"%s\"}"
                                                            .formatted(version)
                                                            .getBytes(UTF_8))))
                            .bytes();
            assertEquals(400, status(published("a", version, bytes, "")), version);
        }
    }

    @Test
    void whoeverSendsNoRequestIsAnsweredOrLeft() {
        assertEquals(400, status("\r\n\r\n"));
        assertEquals(400, status("GET http://x/ HTTP/1.1\r\n\r\n"));
        assertEquals(431, status("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n\r\n"));
        assertEquals(431, status("GET / HTTP/1.1\r\n" + "a: b\r\n".repeat(200) + "\r\n"));
        assertEquals(413, status("PUT /a HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n"));
        assertEquals(400, status("PUT /a HTTP/1.1\r\nContent-Length: -5\r\n\r\n"));
        assertEquals(
                413, status("PUT /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff0\r\n"));
        assertEquals(0, status("GET /a HTTP/1.1\r\nHost"));
        assertEquals(400, status("GET /%zz HTTP/1.1\r\n\r\n"));
    }

    @Test
    void bodiesThatAreNoPublicationAreRefused() {
        for (String body :
                List.of("", "[]", "{", "{\"name\": \"b\"}", "[".repeat(100_000), "null")) {
            assertEquals(400, status(request("PUT", "/a", body)), body);
        }
        assertEquals(
                404,
                status(request("PUT", "/a", "{\"name\": \"a\", \"versions\": {\"1.0.0\": {}}}")));
        assertEquals(401, status("PUT /a HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"));
        assertEquals(405, status(request("DELETE", "/a", "")));
        assertEquals(405, status(request("PUT", "/a/-/a-1.0.0.tgz", "{}")));
    }

    @Test
    void oneConnectionAsksOftenAndWhatWasAskedIsKept() {
        registry.add(
                Map.of("package.json", "{\"name\": \"@a/b\", \"version\": \"1.0.0\"}"), "latest");
        String said =
                said(
                        request("GET", "/@a%2fb?write=true", "")
                                + request("GET", "/@a/b/latest", "")
                                + request("GET", "/nothing", ""));
        assertEquals(3, said.split("HTTP/1.1 ", -1).length - 1);
        assertEquals(
                List.of(
                        "GET /@a/b 200 ",
                        "GET /@a/b/latest 200 ",
                        "GET /nothing 404 There is no package nothing here."),
                registry.visits().stream()
                        .map(it ->
                                "%s %s %d %s"
                                        .formatted(
                                                it.method(), it.path(), it.status(), it.problem()))
                        .toList());
    }

    @Test
    void theSameFilesHaveTheSameDigestEverywhere() {
        var release =
                registry.add(
                        Map.of(
                                "package.json", "{\"name\": \"a\", \"version\": \"1.0.0\"}",
                                "index.js", "module.exports = 1;\n"),
                        "latest");
        assertEquals(
                "be5e73987ec99c5c33fb6b981f96ab1c470ac553",
                release.told("http://h/", true).path("dist").path("shasum").asString());
    }
}
