package dev.backwright.academy.web.graphql;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedType;
import org.jspecify.annotations.Nullable;

/// Lets no field be fetched that whoever asks has no right to, nor any once the time is over. What comes along with its object is no field of its own, and the
/// schema's description is for whoever got here.
final class FieldGate extends SimplePerformantInstrumentation {

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher,
            InstrumentationFieldFetchParameters parameters,
            @Nullable InstrumentationState state) {
        return parameters.isTrivialDataFetcher()
                ? fetcher
                : environment -> {
                    var field = name(environment);
                    if (!field.contains("__")) {
                        Operation.of(environment.getGraphQlContext()).require(field);
                    }
                    return fetcher.get(environment);
                };
    }

    private static String name(DataFetchingEnvironment environment) {
        var parent = (GraphQLNamedType) environment.getParentType();
        return parent.getName() + "." + environment.getFieldDefinition().getName();
    }
}
