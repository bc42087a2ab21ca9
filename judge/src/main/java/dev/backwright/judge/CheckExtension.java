package dev.backwright.judge;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Mongo;
import dev.backwright.judge.bench.Turn;
import dev.backwright.judge.service.Kind;
import dev.backwright.services.ServiceException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Supplies what a check's parameters ask for and notes what becomes of it. Found by ServiceLoader.
///
/// In the judge the [Sitting] lies in the launcher session's store; without one (a run from an IDE) the lab's own solution
/// is checked and failures go to JUnit as they are.
public final class CheckExtension
        implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

    static final String STORE = "dev.backwright.judge";
    private static final Namespace OURS = Namespace.create(STORE);
    private static final ConditionEvaluationResult GO = ConditionEvaluationResult.enabled("");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        @Nullable Sitting sitting = judging(context);
        @Nullable Check check = check(context);
        if (sitting == null || check == null) {
            return GO;
        }
        try {
            Optional<String> lacking = lacking(sitting, check, context);
            if (lacking.isPresent()) {
                sitting.notJudgedHere(check, lacking.get());
                return ConditionEvaluationResult.disabled("not judged here");
            }
            return sitting.blockedBy(check)
                    .or(() -> blockedByStart(sitting, check, context))
                    .map(by -> {
                        sitting.blocked(check, by);
                        return ConditionEvaluationResult.disabled("blocked by " + by);
                    })
                    .orElse(GO);
        } catch (JudgeException | ServiceException e) {
            sitting.unjudged(check, String.valueOf(e.getMessage()));
            return ConditionEvaluationResult.disabled("not judged");
        }
    }

    /// Why this check cannot be judged by the MongoDB at hand, if it uses it, itself or through the server.
    private static Optional<String> lacking(
            Sitting sitting, Check check, ExtensionContext context) {
        return asksFor(context, App.class) || asksFor(context, Mongo.class)
                ? sitting.bench().lacking(Kind.MONGO, List.of(check.mongo()))
                : Optional.empty();
    }

    private static Optional<String> blockedByStart(
            Sitting sitting, Check check, ExtensionContext context) {
        return asksFor(context, App.class) && sitting.doesNotStart("the server", check.id())
                ? Optional.of(Sitting.START)
                : Optional.empty();
    }

    private static boolean asksFor(ExtensionContext context, Class<?> type) {
        return Arrays.asList(context.getRequiredTestMethod().getParameterTypes()).contains(type);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return check(context) != null && Turn.supplies(parameter.getParameter().getType());
    }

    /// In the judge nothing is thrown here: JUnit would wrap it. What could not be supplied ends the check in its place.
    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Attempt attempt = attempt(context);
        return judging(context) == null
                ? attempt.turn().supply(parameter.getParameter().getType())
                : attempt.supply(parameter.getParameter().getType());
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        @Nullable Check check = check(context);
        @Nullable Sitting sitting = judging(context);
        if (check == null) {
            invocation.proceed();
        } else if (sitting == null) {
            try (var attempt = attempt(context)) {
                attempt.turn();
                invocation.proceed();
            }
        } else {
            sitting.record(attempt(context).make(check, invocation));
        }
    }

    private static Attempt attempt(ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        Attempt.class,
                        key -> new Attempt(sitting(context), id(context)),
                        Attempt.class);
    }

    private static String id(ExtensionContext context) {
        @Nullable Check check = check(context);
        return check == null ? context.getDisplayName() : check.id();
    }

    private static Sitting sitting(ExtensionContext context) {
        @Nullable Sitting judging = judging(context);
        return judging == null ? OwnSolution.sitting(context, OURS) : judging;
    }

    private static @Nullable Sitting judging(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .get(Sitting.class, Sitting.class);
    }

    private static @Nullable Check check(ExtensionContext context) {
        return context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Check.class))
                .orElse(null);
    }
}
