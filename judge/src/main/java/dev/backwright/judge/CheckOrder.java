package dev.backwright.judge;

import dev.backwright.checks.Check;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/// Checks in the order of `hints.yaml`, handed over as a configuration parameter; others after them, by id.
public final class CheckOrder implements MethodOrderer {

    static final String PARAMETER = "dev.backwright.checks.order";

    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<String> order =
                context.getConfigurationParameter(PARAMETER)
                        .map(text -> Arrays.asList(text.split(",")))
                        .orElse(List.of());
        context.getMethodDescriptors()
                .sort(
                        Comparator.<MethodDescriptor>comparingInt(
                                        method -> place(order, id(method)))
                                .thenComparing(CheckOrder::id));
    }

    private static int place(List<String> order, String id) {
        int place = order.indexOf(id);
        return place < 0 ? order.size() : place;
    }

    private static String id(MethodDescriptor method) {
        return method.findAnnotation(Check.class)
                .map(Check::id)
                .orElseGet(() -> method.getMethod().getName());
    }
}
