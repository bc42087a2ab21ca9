package dev.backwright.academy.web.graphql;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.Instrumentation;
import graphql.schema.GraphQLAppliedDirective;
import java.util.List;

/// What an operation may ask for: so many fields below one another, and so many in the answer, as far as that can be told before. How long a list is taken to be,
/// the schema says beside it: `@listSize`.
final class Cost implements FieldComplexityCalculator {

    /// The usual question for the whole schema has 15.
    static final int DEEPEST = 16;

    static final int MOST = 50_000;

    private static final long ENOUGH = 1_000_000;

    @Override
    public int calculate(FieldComplexityEnvironment field, int ofChildren) {
        long all = 1 + size(field) * (long) ofChildren;
        return (int) Math.min(ENOUGH, all);
    }

    private static long size(FieldComplexityEnvironment field) {
        var size = field.getFieldDefinition().getAppliedDirective("listSize");
        if (size == null) {
            return 1;
        }
        for (var argument : slicing(size)) {
            if (field.getArguments().get(argument.toString()) instanceof Integer limit) {
                return Math.clamp(limit, 1, ENOUGH);
            }
        }
        Integer assumed = size.getArgument("assumedSize").getValue();
        return assumed == null ? 1 : assumed;
    }

    private static List<?> slicing(GraphQLAppliedDirective size) {
        List<?> names = size.getArgument("slicingArguments").getValue();
        return names == null ? List.of() : names;
    }

    static Instrumentation limit() {
        return new MaxQueryComplexityInstrumentation(MOST, new Cost()) {
            @Override
            protected AbortExecutionException mkAbortException(int cost, int most) {
                return new AbortExecutionException(
                        "The answer may have %,d fields, and %,d is the most. Ask for fewer, or for shorter lists."
                                .formatted(cost, most));
            }
        };
    }

    static Instrumentation depth() {
        return new MaxQueryDepthInstrumentation(DEEPEST) {
            @Override
            protected AbortExecutionException mkAbortException(int depth, int deepest) {
                return new AbortExecutionException(
                        "The operation is %d fields deep, and %d is the most."
                                .formatted(depth, deepest));
            }
        };
    }
}
