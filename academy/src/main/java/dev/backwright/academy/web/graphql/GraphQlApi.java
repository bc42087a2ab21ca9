package dev.backwright.academy.web.graphql;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.graphql.Graph.Question;
import dev.backwright.academy.web.guard.FieldRights;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The graph over HTTP: POST alone, as GraphQL over HTTP has it.
@RestController
@ForMany
final class GraphQlApi {

    private static final MediaType ANSWER = MediaType.APPLICATION_GRAPHQL_RESPONSE;

    private final Graph graph;

    GraphQlApi(Graph graph) {
        this.graph = graph;
    }

    /// Where in the document; both from 1.
    record Place(int line, int column) {}

    @PostMapping(
            path = "/graphql",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {
                MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE,
                MediaType.APPLICATION_JSON_VALUE
            })
    ResponseEntity<Map<String, @Nullable Object>> answer(
            Account account,
            FieldRights rights,
            @RequestHeader HttpHeaders headers,
            @RequestBody Question question) {
        var document = question.query();
        if (document == null || document.isBlank()) {
            throw CannotAnswer.malformed(
                    "The body wants a query, such as {\"query\": \"{ me { name } }\"}.");
        }
        var result = graph.answer(new Operation(account, rights), document, question);
        var type = type(headers.getAccept());
        boolean wasNone = !result.isDataPresent() && type.equals(ANSWER);
        return ResponseEntity.status(wasNone ? 400 : 200).contentType(type).body(body(result));
    }

    /// In plain JSON 200 also says that a document was refused: so the specification wants it for older programs.
    private static MediaType type(List<MediaType> accepted) {
        return has(accepted, MediaType.APPLICATION_JSON) && !has(accepted, ANSWER)
                ? MediaType.APPLICATION_JSON
                : ANSWER;
    }

    private static boolean has(List<MediaType> accepted, MediaType type) {
        return accepted.stream().anyMatch(type::equalsTypeAndSubtype);
    }

    private static Map<String, @Nullable Object> body(ExecutionResult result) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", result.getErrors().stream().map(GraphQlApi::error).toList());
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        return body;
    }

    private static Map<String, Object> error(GraphQLError error) {
        var says = new LinkedHashMap<String, Object>();
        says.put("message", sentence(error.getMessage()));
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            says.put(
                    "locations",
                    error.getLocations().stream()
                            .map(it -> new Place(it.getLine(), it.getColumn()))
                            .toList());
        }
        if (error.getPath() != null) {
            says.put("path", error.getPath());
        }
        says.put("extensions", Map.of("code", Code.of(error.getErrorType()).name()));
        return says;
    }

    /// Without the engine's name for it.
    private static String sentence(String message) {
        return message.replaceFirst("^Validation error \\([^)]*\\) ?: ", "");
    }
}
