package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stream of events ends without a word in the log, whoever ends it.
final class EventStreamTest {

    private static final String LAB = "/api/labs/javascript/closures";

    @TempDir Path home;

    @Test
    void aReaderWhoLeavesAndAServerThatClosesAreNoTrouble() throws Exception {
        try (var log = LogBook.open()) {
            var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing());
            handIn(academy);
            try (var stays = Reader.of(academy)) {
                try (var leaves = Reader.of(academy)) {
                    leaves.until("event:done");
                }
                stays.until("event:done");
                for (int i = 0; i < 5; i++) {
                    handIn(academy);
                    stays.until("event:done");
                }
                academy.close();
                stays.untilTheEnd();
            }
            assertEquals(List.of(), log.complaints());
        }
    }

    @Test
    void ofManyStreamsOfOnePersonTheFirstEnds() throws Exception {
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), passing())) {
            var first = Reader.of(academy);
            first.until("HTTP/1.1 200");
            var others = new ArrayList<Reader>();
            for (int i = 0; i < 20; i++) {
                others.add(Reader.of(academy));
            }
            first.untilTheEnd();
            handIn(academy);
            for (var stays : others) {
                stays.until("event:done");
                stays.close();
            }
            first.close();
        }
    }

    @Test
    void anOpenPageHasTheJudgePrepareItsLab() throws Exception {
        var judge = passing();
        try (var academy = OpenAcademy.at(home, TestDatabases.fresh(), judge);
                var _ = Reader.of(academy)) {
            assertEquals(
                    LabId.of("javascript/closures"), judge.expected.poll(20, TimeUnit.SECONDS));
        }
    }

    private static FakeJudge passing() {
        return new FakeJudge(it -> Outcome.PASSED);
    }

    private static void handIn(OpenAcademy academy) throws IOException, InterruptedException {
        academy.post(LAB + "/submissions", "{\"files\":{\"a.js\":\"let a\"}}");
    }

    /// Somebody who reads a lab's stream over a connection of his own.
    private record Reader(Socket socket, BufferedReader lines) implements AutoCloseable {

        static Reader of(OpenAcademy academy) throws IOException {
            var url = URI.create(academy.url(LAB + "/events"));
            var socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(60_000);
            var request =
                    "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(
                                    url.getPath(),
                                    url.getHost(),
                                    url.getPort(),
                                    academy.premises().solo().key().text());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new Reader(
                    socket,
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.UTF_8)));
        }

        void until(String start) throws IOException {
            var line = lines.readLine();
            while (line != null && !line.startsWith(start)) {
                line = lines.readLine();
            }
            assertTrue(line != null, "the stream ended before it said " + start);
        }

        void untilTheEnd() throws IOException {
            while (lines.readLine() != null) {
                // what was still on its way
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
