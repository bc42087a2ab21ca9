package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.catalog.Prediction;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person of a test's academy, and what a person does there.
record Someone(OpenAcademy academy, Learner learner) {

    static final String LAB = "/api/labs/javascript/closures";
    private static final String CHECK = "counters-never-share";

    /// Who has never been there.
    static Someone fresh(OpenAcademy academy) {
        var person = UUID.randomUUID();
        academy.bean(JdbcClient.class)
                .sql("insert into person (id, created_at) values (?, now())")
                .param(person)
                .update();
        return new Someone(academy, new Learner(person));
    }

    HttpRequest.Builder request(String path) {
        return academy.withKey(path).header(PersonHeader.NAME, learner.person().toString());
    }

    HttpResponse<String> send(String method, String path, String json) throws Exception {
        return academy.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json)));
    }

    /// What is answered where all is well.
    JsonNode done(String method, String path, String json) throws Exception {
        var answer = send(method, path, json);
        assertTrue(answer.statusCode() < 300, () -> path + " " + answer.body());
        return JsonMapper.shared().readTree(answer.body());
    }

    JsonNode json(String path) throws Exception {
        return done("GET", path, "");
    }

    static String files(String text) {
        return "{\"files\":{\"a.js\":\"" + text + "\"}}";
    }

    /// Hands in and waits for the verdict.
    ///
    /// @return the submission's id
    String handIn(String text) throws Exception {
        var id = done("POST", LAB + "/submissions", files(text)).path("id").asString();
        for (int i = 0; i < 1200; i++) {
            if (json("/api/submissions/" + id).path("state").asString("").equals("done")) {
                return id;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict on " + id + " after a minute");
    }

    /// Starts a run.
    ///
    /// @return its id
    String run() throws Exception {
        return done("POST", LAB + "/runs", files("run")).path("id").asString();
    }

    /// Answers the first question of the lesson, wrongly.
    ///
    /// @return the prediction's id
    String predict() throws Exception {
        var lab = academy.bean(Catalog.class).lab("javascript", "closures");
        var asked = Prediction.of(lab).entrySet().iterator().next();
        int wrong = asked.getValue().answer() == 0 ? 1 : 0;
        var answered =
                done("POST", LAB + "/predictions/" + asked.getKey(), "{\"chosen\":" + wrong + "}");
        return answered.path("id").asString();
    }

    /// Answers a question of a recording, wrongly.
    void predictInThePlayground() throws Exception {
        done(
                "POST",
                "/api/predictions",
                """
                {"chosen":0,"question":{"text":"?","choices":["a","b"],"answer":1,"why":"",
                 "scene":{"files":{"a.cjs":""},"main":"a.cjs","step":0,"file":"a.cjs","line":1,"printed":""}}}\
                """);
    }

    HttpResponse<String> openHint() throws Exception {
        return send("POST", LAB + "/hints", "{\"check\":\"" + CHECK + "\",\"tier\":1}");
    }

    /// Fails, passes, opens a hint, looks at the solution, predicts, recalls, and leaves a draft.
    void learn() throws Exception {
        done("PUT", LAB + "/draft", files("put aside"));
        done("POST", LAB + "/start-again", "{}");
        done("PUT", LAB + "/draft", files("mine"));
        handIn("wrong");
        handIn("right");
        assertEquals(200, openHint().statusCode());
        done("POST", LAB + "/solution", "");
        done("POST", LAB + "/recalls", "");
        predict();
        predictInThePlayground();
    }

    HttpResponse<String> take(byte[] archive) throws Exception {
        return academy.send(
                request("/api/import")
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(archive)));
    }

    byte[] export() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request("/api/export").build(), BodyHandlers.ofByteArray()).body();
        }
    }

    /// All that this person may look at, by what was asked. A hint is asked for, too, where it is closed.
    Map<String, String> sees() throws Exception {
        var all = new LinkedHashMap<String, String>();
        for (var path :
                new String[] {
                    "/",
                    "/labs/javascript/closures",
                    "/review",
                    LAB + "/draft",
                    LAB + "/submissions",
                    LAB + "/answers",
                    "/api/predictions",
                    "/api/recalls"
                }) {
            var answer = send("GET", path, "");
            all.put(path, answer.statusCode() + " " + withoutInstance(answer.body()));
        }
        all.put("/api/export", entries(export()));
        all.put("a hint", withoutInstance(openHint().body()));
        return all;
    }

    /// But for the name that each refusal has of its own.
    static String withoutInstance(String body) {
        return body.replaceAll("urn:uuid:[0-9a-f-]{36}", "{instance}");
    }

    private static String entries(byte[] archive) throws Exception {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
