package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.cohorts.Cohorts;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is asked of the graph.
final class Asked {

    private static final JsonMapper JSON = new JsonMapper();

    private Asked() {}

    /// The body of a request.
    static String of(String document) {
        return JSON.writeValueAsString(Map.of("query", document));
    }

    /// The body of the shortest one that has a field.
    ///
    /// @param cohort whose grid it asks for
    static String field(String coordinates, UUID cohort) {
        int dot = coordinates.indexOf('.');
        var field = coordinates.substring(dot + 1);
        var lab = "lab(id: \"javascript/closures\")";
        var document =
                switch (coordinates.substring(0, dot)) {
                    case "Lab" -> "%s { %s { id } }".formatted(lab, field);
                    case "Grid" ->
                            "cohort(id: \"%s\") { %s { __typename } }".formatted(cohort, field);
                    default ->
                            switch (field) {
                                case "lab" -> lab + " { id }";
                                case "submission", "cohort" ->
                                        "%s(id: \"%s\") { id }".formatted(field, cohort);
                                default -> field + " { __typename }";
                            };
                };
        return of("{ " + document + " }");
    }

    /// The id of a cohort that they lead, if they may lead any.
    static UUID cohort(OpenAcademy academy, Account account) {
        return account.role() == Role.LEARNER
                ? UUID.randomUUID()
                : academy.bean(Cohorts.class).make(account, "Backend").id();
    }

    static boolean isRefused(HttpResponse<String> answer, String code) {
        return errors(answer).toString().contains("\"code\":\"" + code + "\"");
    }

    static JsonNode errors(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("errors");
    }

    /// What was found, where nothing was refused.
    static JsonNode data(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("", errors(answer).toString(), answer.body());
        return JSON.readTree(answer.body()).get("data");
    }
}
