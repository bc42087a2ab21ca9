package dev.backwright.academy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who hands the solution in again and again, by a connection that is kept, and each time waits for the verdict by a
/// stream of events, which is opened again where it breaks off, as browsers do.
final class Submitter {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final String files;
    private final Seen seen;

    Submitter(String url, String token, String files, Seen seen) {
        this.url = url;
        this.token = token;
        this.files = files;
        this.seen = seen;
    }

    /// What all of them saw.
    ///
    /// @param taken what was answered by 202
    /// @param reopened how many streams broke off
    /// @param troubles whatever a person would have noticed
    record Seen(Set<String> taken, AtomicInteger reopened, Queue<String> troubles) {
        Seen() {
            this(ConcurrentHashMap.newKeySet(), new AtomicInteger(), new ConcurrentLinkedQueue<>());
        }
    }

    /// Until it is over, and then to the verdict on what was handed in last.
    Void handIn(BooleanSupplier over) throws InterruptedException {
        try (http) {
            while (!over.getAsBoolean()) {
                handInOnce();
            }
        }
        return null;
    }

    private void handInOnce() throws InterruptedException {
        try {
            var taken = asked("POST", "/api/labs/" + Rush.LAB + "/submissions", files, 202);
            var id = json(taken).path("id").asString("");
            seen.taken().add(id);
            var where = "/api/submissions/" + id;
            while (!isTold(where)) {
                seen.reopened().incrementAndGet();
            }
            var verdict = json(asked("GET", where, "", 200)).at("/report/verdict").asString("");
            if (!verdict.equals("passed")) {
                seen.troubles().add(where + " is " + verdict);
            }
        } catch (IOException e) {
            seen.troubles().add(e.toString());
        }
    }

    /// @return false where the stream broke off
    private boolean isTold(String where) throws IOException, InterruptedException {
        var answer = http.send(request(where + "/events").build(), BodyHandlers.ofInputStream());
        require(answer, 200);
        boolean done = false;
        try (var lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("event:done")) {
                    return true;
                }
                boolean beats = line.startsWith(":"); // every ten seconds
                if (beats && done) {
                    seen.troubles().add(where + " is done, and its stream does not tell");
                    return true;
                }
                done = beats ? isDone(where) : done;
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }

    private boolean isDone(String where) throws IOException, InterruptedException {
        return json(asked("GET", where, "", 200)).path("state").asString("").equals("done");
    }

    private HttpResponse<String> asked(String method, String path, String body, int status)
            throws IOException, InterruptedException {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body));
        return require(http.send(request.build(), BodyHandlers.ofString()), status);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token);
    }

    private static <T> HttpResponse<T> require(HttpResponse<T> answer, int status)
            throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer + ": " + answer.body());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
