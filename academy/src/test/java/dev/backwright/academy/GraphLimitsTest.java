package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// What one question to the graph may want, and how the rest is refused.
final class GraphLimitsTest {

    private static final String TYPE = "application/graphql-response+json";

    @TempDir static Path home;

    private static OpenAcademy academy;
    private static Member member;
    private static Caller caller;

    @BeforeAll
    static void open() throws Exception {
        academy =
                OpenAcademy.forMany(
                        home, new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
        member = Member.joined(academy, Role.LEARNER);
        caller = Caller.of(academy, member.account(), Scope.READ);
    }

    @AfterAll
    static void close() {
        caller.close();
        member.close();
        academy.close();
    }

    static Stream<Arguments> refusals() {
        var types = "ofType { ".repeat(14) + "name" + " }".repeat(14);
        return Stream.of(
                refusal(
                        "{ __schema { queryType { fields { type { " + types + " } } } } }",
                        "TOO_MUCH",
                        "The operation is 19 fields deep, and 16 is the most."),
                refusal(bomb(), "TOO_MUCH", "more than 1,000 fields"),
                refusal(aliases(501, "me { id }"), "TOO_MUCH", "more than 1,000 fields"),
                refusal(
                        aliases(300, "submissions(limit: 100) { id lab }"),
                        "TOO_MUCH",
                        "60,300 fields, and 50,000 is the most"),
                refusal(
                        "{ submissions(limit: 2147483647) { id lab } }",
                        "TOO_MUCH",
                        "1,000,000 fields, and 50,000 is the most"),
                refusal(
                        "{ a: __schema { types { name } } b: __schema { types { name } } }",
                        "TOO_MUCH",
                        "__schema is present too often"),
                refusal("{ " + "me{id} ".repeat(2000) + "}", "SYNTAX", "More than 4,000"),
                refusal("{ me " + "{ a ".repeat(300), "SYNTAX", "More than 200"),
                refusal(
                        "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }",
                        "INVALID",
                        "cycle"),
                refusal("{ me { nmae } }", "INVALID", "Field 'nmae' in type 'Me' is undefined"),
                refusal("query a { me { id } } query b { me { id } }", "INVALID", "operation"),
                refusal("mutation { handIn }", "INVALID", "'Mutation' operation is not"),
                refusal("{ me { id }", "SYNTAX", "Invalid syntax"));
    }

    private static Arguments refusal(String document, String code, String says) {
        return Arguments.of(document, code, says);
    }

    /// Thirty fragments that each name the next one twice.
    private static String bomb() {
        return IntStream.range(0, 30)
                .mapToObj(i -> "fragment f%d on Query { ...f%d ...f%d }".formatted(i, i + 1, i + 1))
                .collect(
                        Collectors.joining(
                                " ", "{ ...f0 } ", " fragment f30 on Query { me { id } }"));
    }

    private static String aliases(int many, String field) {
        return IntStream.range(0, many)
                .mapToObj(i -> "a%d: %s".formatted(i, field))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refused(String document, String code, String says) throws Exception {
        var answer = caller.post("/graphql", Asked.of(document));
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(TYPE, answer.headers().firstValue("Content-Type").orElse(""));
        var error = Asked.errors(answer).get(0);
        assertEquals(code, error.at("/extensions/code").stringValue(), answer.body());
        assertTrue(error.get("message").stringValue().contains(says), answer.body());
        assertFalse(answer.body().matches("(?s).*(graphql\\.|Exception|\tat ).*"), answer.body());
        var plain = caller.post("/graphql", Asked.of(document), "Accept", "application/json");
        assertEquals(200, plain.statusCode());
        assertEquals("application/json", plain.headers().firstValue("Content-Type").orElse(""));
    }

    /// However little of each is wanted.
    @Test
    void moreThanTwentyThingsAreTooMuch() throws Exception {
        var most = caller.post("/graphql", Asked.of(aliases(20, "submissions { id }")));
        assertFalse(most.body().contains("TOO_MUCH"), most.body());
        var answer = caller.post("/graphql", Asked.of(aliases(21, "submissions { id }")));
        assertEquals(1, Asked.errors(answer).size(), answer.body());
        assertTrue(answer.body().contains("20 things at most"), answer.body());
    }

    /// As GraphiQL and code generators ask for the whole schema.
    @Test
    void theUsualQuestionForTheSchemaIsAnswered() throws Exception {
        var type = "kind name " + "ofType { kind name ".repeat(9) + "}".repeat(9);
        var value = "name description type { %s } defaultValue".formatted(type);
        var asked =
                """
                { __schema { queryType { name } mutationType { name } subscriptionType { name }
                    types { kind name description
                        fields(includeDeprecated: true) { name description args { %s } type { %s } isDeprecated }
                        inputFields { %s } interfaces { %s } enumValues(includeDeprecated: true) { name }
                        possibleTypes { %s } }
                    directives { name description locations args { %s } } } }\
                """
                        .formatted(value, type, value, type, type, value);
        var answer = caller.post("/graphql", Asked.of(asked));
        assertTrue(Asked.data(answer).toString().contains("\"listSize\""));
    }

    @Test
    void aLimitOutOfBoundsIsSaidBesideWhatIsFound() throws Exception {
        var asked = Asked.of("{ me { role } submissions(limit: -1) { id } }");
        var answer = caller.post("/graphql", asked);
        assertEquals(200, answer.statusCode());
        assertEquals(
                JsonMapper.shared()
                        .readTree(
                                "{\"errors\":[{\"message\":\"limit is from 1 to 100.\",\"locations\":[{\"line\":1,\"column\":15}],"
                                        + "\"path\":[\"submissions\"],\"extensions\":{\"code\":\"ARGUMENT\"}}],"
                                        + "\"data\":{\"me\":{\"role\":\"learner\"},\"submissions\":null}}"),
                JsonMapper.shared().readTree(answer.body()));
    }
}
