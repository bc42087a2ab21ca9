package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SubmissionPublisher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that come over HTTP.
final class ImportsTest {

    @TempDir Path home;

    @Test
    void onePersonSendsOneAtATimeAndHindersNobodyElse() throws Exception {
        try (var academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
                var slow = Member.joined(academy, Role.LEARNER);
                var other = Member.joined(academy, Role.LEARNER);
                var body = new Slow()) {
            var archive = archive();
            var first =
                    new FutureTask<>(() -> send(slow, BodyPublishers.fromPublisher(body::begin)));
            Thread.ofVirtual().start(first);
            body.give(archive, 0, 1);
            var second = refusedAtOnce(slow);
            assertEquals("30", second.headers().firstValue("Retry-After").orElse(""));
            assertTrue(second.body().contains("An archive of yours is being"), second.body());
            assertEquals(200, send(other, BodyPublishers.ofByteArray(archive())).statusCode());
            body.give(archive, 1, archive.length - 1);
            body.end();
            assertEquals(200, first.get().statusCode());
            assertEquals(200, send(slow, BodyPublishers.ofByteArray(archive())).statusCode());
            assertNothingIsLeft();
        }
    }

    /// What has begun to be sent may not have come yet.
    private static HttpResponse<String> refusedAtOnce(Member who) throws Exception {
        for (int i = 0; i < 20; i++) {
            var answer = send(who, BodyPublishers.ofString("no archive"));
            if (answer.statusCode() == 429) {
                return answer;
            }
            Thread.sleep(250);
        }
        throw new AssertionError("a second import was never refused");
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(home.resolve("run"))) {
            assertEquals(0, files.filter(it -> it.toString().contains("import")).count());
        }
    }

    private static HttpResponse<String> send(Member who, HttpRequest.BodyPublisher body)
            throws Exception {
        return who.send(
                who.request("/api/import")
                        .header("Origin", who.origin())
                        .header("Content-Type", "application/zip")
                        .header("X-CSRF-TOKEN", who.token())
                        .POST(body));
    }

    private static byte[] archive() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("backwright.json"));
            zip.write("{\"format\":3}\n".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /// A body that comes bit by bit. No thread of the client waits for it: the same client sends other requests meanwhile.
    private static final class Slow implements AutoCloseable {

        private final SubmissionPublisher<ByteBuffer> bits = new SubmissionPublisher<>();
        private final CountDownLatch begun = new CountDownLatch(1);

        void begin(Flow.Subscriber<? super ByteBuffer> client) {
            bits.subscribe(client);
            begun.countDown();
        }

        void give(byte[] bytes, int at, int length) throws InterruptedException {
            begun.await();
            bits.submit(ByteBuffer.wrap(bytes, at, length));
        }

        void end() {
            bits.close();
        }

        /// Were it left open, its client would wait for it at its own end.
        @Override
        public void close() {
            end();
        }
    }
}
