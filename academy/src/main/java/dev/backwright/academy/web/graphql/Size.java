package dev.backwright.academy.web.graphql;

import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Refuses a document whose fragments, each put where it is named, make more fields than anybody asks for. Twenty that name each other twice make a million, and
/// whatever looks at the document later goes through them all; this counts each fragment once.
final class Size extends SimplePerformantInstrumentation {

    static final int MOST = 1_000;

    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables brought,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        if (new Count(brought.getDocument()).fields() > MOST) {
            throw new AbortExecutionException(
                    "The document has more than %,d fields, each fragment put where it is named. Ask for less at once."
                            .formatted(MOST));
        }
        return brought;
    }

    private static final class Count {

        private static final int ENOUGH = MOST + 1;

        private final Document document;
        private final Map<String, SelectionSet> fragments = new HashMap<>();
        private final Map<String, Integer> known = new HashMap<>();

        Count(Document document) {
            this.document = document;
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(it -> fragments.putIfAbsent(it.getName(), it.getSelectionSet()));
        }

        int fields() {
            int all = 0;
            for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
                all = Math.min(ENOUGH, all + in(operation.getSelectionSet()));
            }
            for (var fragment : fragments.keySet()) {
                all = Math.min(ENOUGH, all + in(fragment));
            }
            return all;
        }

        private int in(@Nullable SelectionSet selections) {
            int all = 0;
            if (selections != null) {
                for (Selection<?> selection : selections.getSelections()) {
                    all = Math.min(ENOUGH, all + in(selection));
                }
            }
            return all;
        }

        private int in(Selection<?> selection) {
            return switch (selection) {
                case Field field -> 1 + in(field.getSelectionSet());
                case InlineFragment inline -> 1 + in(inline.getSelectionSet());
                case FragmentSpread spread -> 1 + in(spread.getName());
                default -> 1;
            };
        }

        /// One that names itself is none yet; the engine refuses it.
        private int in(String fragment) {
            Integer counted = known.putIfAbsent(fragment, 0);
            if (counted != null) {
                return counted;
            }
            int fields = in(fragments.get(fragment));
            known.put(fragment, fields);
            return fields;
        }
    }
}
