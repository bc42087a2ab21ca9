package dev.backwright.academy.web.graphql;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.web.guard.FieldRights;
import graphql.GraphQLContext;
import graphql.parser.ParserOptions;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One operation while it runs: who asks, what they may see, until when it may go on, and what went wrong that is our fault.
final class Operation {

    /// So long it may take.
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int MOST_TOKENS = 4_000;

    /// What stands beside one another at the top: each is read whole, however little of it is wanted.
    private static final int MOST_ASKED = 20;

    private static final ParserOptions PARSER =
            ParserOptions.getDefaultOperationParserOptions()
                    .transform(it -> it.maxTokens(MOST_TOKENS).maxRuleDepth(200));

    private final Account account;
    private final FieldRights rights;
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private @Nullable Throwable fault;
    private boolean late;
    private int asked;

    Operation(Account account, FieldRights rights) {
        this.account = account;
        this.rights = rights;
    }

    static Operation of(GraphQLContext context) {
        return context.get(Operation.class);
    }

    /// For whatever answers a field.
    Map<Object, Object> context() {
        return Map.of(
                Operation.class,
                this,
                ParserOptions.class,
                PARSER,
                "account",
                account,
                "learner",
                learner());
    }

    /// @throws Refused where it may not be asked for
    void require(String field) {
        rights.refusal(field)
                .ifPresent(why -> {
                    throw new Refused(Code.valueOf(why.name()), why.says() + " " + why.next());
                });
        if (field.startsWith("Query.") && ++asked > MOST_ASKED) {
            throw new Refused(
                    Code.TOO_MUCH,
                    "An operation asks for %d things at most.".formatted(MOST_ASKED));
        }
        if (isOver()) {
            throw new Refused(Code.TOO_LONG, tooLong());
        }
    }

    Learner learner() {
        return account.learner();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    static String tooLong() {
        return "The operation took longer than %d seconds. Ask for less at once."
                .formatted(LONGEST.toSeconds());
    }

    /// The first is what counts.
    void failed(Throwable thrown) {
        if (fault == null) {
            fault = thrown;
            late = isOver();
        }
    }

    /// Whether the time was over when it failed: then the time is why.
    boolean isLate() {
        return late;
    }

    @Nullable Throwable fault() {
        return fault;
    }
}
