package dev.backwright.academy.web.graphql;

import dev.backwright.academy.platform.CannotAnswer;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;

/// Turns what a field threw into an error with a code. What is our fault is kept, and thrown once the operation ends: it is answered as everywhere else.
final class Faults extends DataFetcherExceptionResolverAdapter {

    @Override
    protected GraphQLError resolveToSingleError(
            Throwable thrown, DataFetchingEnvironment environment) {
        return switch (thrown) {
            case Refused it -> error(environment, it.code(), String.valueOf(it.getMessage()));
            case CannotAnswer it when it.status() < 500 ->
                    error(environment, code(it), String.valueOf(it.getMessage()));
            default -> {
                Operation.of(environment.getGraphQlContext()).failed(thrown);
                yield error(environment, Code.TOO_LONG, Operation.tooLong());
            }
        };
    }

    private static Code code(CannotAnswer thrown) {
        return thrown.status() == 404 ? Code.NOT_FOUND : Code.ARGUMENT;
    }

    private static GraphQLError error(
            DataFetchingEnvironment environment, Code code, String message) {
        return GraphqlErrorBuilder.newError(environment).errorType(code).message(message).build();
    }
}
