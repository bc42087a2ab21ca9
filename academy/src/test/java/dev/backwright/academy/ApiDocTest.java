package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.web.guard.Rights;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples of docs/api.md are what the academy answers, openapi.yaml describes those answers, and both have every call that a token may make.
final class ApiDocTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DOCUMENT = Path.of("..", "docs", "api.md");
    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

    private static final Pattern ID = Pattern.compile("(submissions|cohorts)/" + UUID_FORM);

    /// As a question to the graph has it.
    private static final Pattern ARGUMENT =
            Pattern.compile("(submission|cohort)\\(id: \\\\\"" + UUID_FORM);

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.forMany(
                        home, new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void eachExampleIsWhatIsAnswered() throws Exception {
        var cohort = autumn();
        Map<String, String> ids = new HashMap<>(Map.of("cohorts", cohort.id().toString()));
        var account = cohort.leader().account();
        try (var caller = Caller.of(academy, account, Scope.values())) {
            for (var example : Recorded.in(DOCUMENT)) {
                var answer = answer(caller, example, ids);
                assertEquals(example.status(), answer.statusCode(), example.head() + answer.body());
                assertEquals("", example.difference(answer.body()), example.head());
                assertEquals("", objections(example, answer.body()), example.head());
                if (example.status() == 202) {
                    ids.put("submissions", JSON.readTree(answer.body()).get("id").stringValue());
                    awaitVerdict(ids.get("submissions"));
                }
            }
        }
    }

    /// Ada leads it; Ben is in it, and has handed in once.
    private static LedCohort autumn() throws Exception {
        var leader = Member.stranger(academy);
        leader.join(leader.invited(Role.INSTRUCTOR), "Ada Example", "ada@example.org");
        var cohort = LedCohort.of(academy, leader);
        leader.send(cohort.page(), cohort.page() + "/name", Map.of("name", "Autumn"));
        try (var ben = Member.stranger(academy)) {
            ben.join(cohort.link(1), "Ben Example", "ben@example.org");
            var taken =
                    ben.call(
                            "POST",
                            "/api/labs/javascript/closures/submissions",
                            "{\"files\":{\"closures.js\":\"wrong\"}}");
            awaitVerdict(JSON.readTree(taken.body()).get("id").stringValue());
        }
        academy.bean(Assignments.class)
                .set(
                        cohort.cohort(),
                        List.of(CohortsTest.CLOSURES),
                        Assignment.due(Instant.parse("2026-12-01T23:59:59Z")));
        return cohort;
    }

    private static void awaitVerdict(String submission) throws InterruptedException {
        var verdicts = academy.bean(Verdicts.class);
        for (int i = 0; i < 1200; i++) {
            if (verdicts.standing(UUID.fromString(submission)).orElseThrow().done()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict on " + submission + " after a minute");
    }

    private static HttpResponse<String> answer(
            Caller caller, Recorded example, Map<String, String> ids) throws Exception {
        var path =
                ID.matcher(example.path())
                        .replaceAll(it ->
                                it.group(2).startsWith("00000000")
                                        ? it.group()
                                        : it.group(1) + "/" + ids.get(it.group(1)));
        var request = caller.request(path);
        for (var header : example.headers()) {
            int colon = header.indexOf(':');
            request.header(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return caller.send(
                request.method(
                        example.method(), BodyPublishers.ofString(body(example.body(), ids))));
    }

    private static String body(String written, Map<String, String> ids) {
        return ARGUMENT.matcher(written)
                .replaceAll(it ->
                        Matcher.quoteReplacement(
                                "%s(id: \\\"%s"
                                        .formatted(it.group(1), ids.get(it.group(1) + "s"))));
    }

    /// What the schema of the call has against this answer.
    private static String objections(Recorded example, String answer) {
        var operation = operation(example);
        var schema = operation.get("responses").get(Integer.toString(example.status()));
        if (schema.has("$ref")) {
            schema = openApi().at(schema.get("$ref").stringValue().substring(1));
        }
        schema = schema.get("content").iterator().next().get("schema");
        var whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", openApi().get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(answer, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("; "));
    }

    private static JsonNode operation(Recorded example) {
        var path = example.path().replaceAll("\\?.*", "");
        for (var entry : openApi().get("paths").properties()) {
            if (path.matches(entry.getKey().replaceAll("\\{\\w+}", "[^/]+"))) {
                return entry.getValue().get(example.method().toLowerCase(Locale.ROOT));
            }
        }
        throw new AssertionError("openapi.yaml has no " + example.head());
    }

    private static JsonNode openApi() {
        var text = ApiDocTest.class.getResourceAsStream("/openapi.yaml");
        return JSON.valueToTree(new Yaml().load(text));
    }

    @Test
    void everyCallThatATokenMayMakeIsDescribedWithItsScope() {
        var rights =
                Rights.ALL.stream()
                        .filter(it -> !it.path().startsWith("/git/")) // git has its own protocol
                        .flatMap(it -> it.scopes().stream().map(scope -> words(it, scope)))
                        .collect(Collectors.toCollection(TreeSet::new));
        var described = new TreeSet<String>();
        for (var path : openApi().get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                for (var way : operation.getValue().get("security")) {
                    described.add(
                            "%s %s %s"
                                    .formatted(
                                            operation.getKey().toUpperCase(Locale.ROOT),
                                            path.getKey(),
                                            way.get("token").get(0).stringValue()));
                }
            }
        }
        assertEquals(rights, described);
    }

    private static String words(Rights.Right right, Scope scope) {
        return "%s %s %s".formatted(right.method(), right.path(), scope.word());
    }

    @Test
    void everyCallThatAnswersJsonHasAnExample() throws Exception {
        var shown =
                Recorded.in(DOCUMENT).stream()
                        .map(it -> operation(it).get("operationId").stringValue())
                        .collect(Collectors.toSet());
        for (var path : openApi().get("paths").properties()) {
            for (var operation : path.getValue()) {
                if (operation.toString().contains("application/json\":{\"schema")) {
                    var name = operation.get("operationId").stringValue();
                    assertTrue(shown.contains(name), name + " has no example in docs/api.md");
                }
            }
        }
    }

    @Test
    void theDescriptionIsThereForEverybody() throws Exception {
        try (var stranger = Member.stranger(academy)) {
            var answer = stranger.get("/api/openapi.yaml");
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().startsWith("openapi: 3.1"), answer.body());
        }
    }
}
