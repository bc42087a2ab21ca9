package dev.backwright.academy.web.graphql;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import graphql.ExecutionResult;
import graphql.GraphqlErrorBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers an operation: in one transaction that only reads, sees one state of things, and whose statements end when the operation's time is over.
@Component
@ForMany
final class Graph {

    /// Each holds a connection to the database as long as it takes; most stay for pages.
    private static final int AT_ONCE = 6;

    private final ExecutionGraphQlService service;
    private final TransactionTemplate reading;
    private final Semaphore places = new Semaphore(AT_ONCE);

    Graph(ExecutionGraphQlService service, PlatformTransactionManager transactions) {
        this.service = service;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setTimeout((int) Operation.LONGEST.toSeconds());
    }

    /// @param query the document
    /// @param operationName which of its operations; `null` where it has one
    /// @param variables `null` for none
    record Question(
            @Nullable String query,
            @Nullable String operationName,
            @Nullable Map<String, @Nullable Object> variables) {}

    /// @throws CannotAnswer while too many are answered
    /// @throws RuntimeException for what is our fault
    ExecutionResult answer(Operation operation, String document, Question question) {
        if (!places.tryAcquire()) {
            throw CannotAnswer.tooMany(
                    "The graph answers as many questions as it can just now. Ask again in a moment.");
        }
        try {
            return answered(operation, document, question);
        } finally {
            places.release();
        }
    }

    private ExecutionResult answered(Operation operation, String document, Question question) {
        var request =
                new DefaultExecutionGraphQlRequest(
                        document,
                        question.operationName(),
                        question.variables(),
                        null,
                        UUID.randomUUID().toString(),
                        Locale.ENGLISH);
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(operation.context()).build());
        var result =
                Objects.requireNonNull(
                        reading.execute(status -> {
                            var answer = service.execute(request).block();
                            if (operation.fault() != null) {
                                status.setRollbackOnly();
                            }
                            return Objects.requireNonNull(answer).getExecutionResult();
                        }));
        return operation.fault() == null ? result : afterFault(operation);
    }

    private static ExecutionResult afterFault(Operation operation) {
        if (operation.isLate()) {
            return ExecutionResult.newExecutionResult()
                    .data(null)
                    .addError(
                            GraphqlErrorBuilder.newError()
                                    .errorType(Code.TOO_LONG)
                                    .message(Operation.tooLong())
                                    .build())
                    .build();
        }
        throw operation.fault() instanceof RuntimeException thrown
                ? thrown
                : new IllegalStateException("the graph failed", operation.fault());
    }
}
