package dev.backwright.judge;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.backwright.checks.Check;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs a class of checks by JUnit's launcher: as many side by side as there are places, begun in the lab's order, and each
/// after those it needs.
final class CheckRun implements TestExecutionListener {

    private final Class<?> checks;
    private final Sitting sitting;
    private final Semaphore places;
    private final CheckQueue queue;
    private final Set<String> troubles = Collections.synchronizedSet(new LinkedHashSet<>());

    private CheckRun(Class<?> checks, Collection<String> order, Sitting sitting, Semaphore places) {
        this.checks = checks;
        this.sitting = sitting;
        this.places = places;
        this.queue = new CheckQueue(ordered(checks, List.copyOf(order)));
    }

    /// @param order of the checks, by id; others come after them
    /// @param places one is taken while a check runs; shared by all submissions
    /// @param most how many checks may run at once
    /// @return what went wrong outside of checks: the class could not be made, a `@BeforeEach` threw
    static List<String> of(
            Class<?> checks,
            Collection<String> order,
            Sitting sitting,
            Semaphore places,
            int most) {
        var run = new CheckRun(checks, order, sitting, places);
        int workers = Math.min(most, run.queue.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> worker :
                    threads.invokeAll(Collections.nCopies(workers, run.worker()))) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("the judge was stopped while it checked", e);
        } catch (ExecutionException e) {
            throw new JudgeException("the checks could not be run: " + e.getCause(), e);
        }
        return new ArrayList<>(run.troubles);
    }

    private static List<CheckQueue.Planned> ordered(Class<?> checks, List<String> order) {
        return Arrays.stream(checks.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Check.class))
                .map(method -> new CheckQueue.Planned(method.getAnnotation(Check.class), method))
                .sorted(
                        Comparator.<CheckQueue.Planned>comparingInt(it -> place(order, it.id()))
                                .thenComparing(CheckQueue.Planned::id))
                .toList();
    }

    private static int place(List<String> order, String id) {
        int place = order.indexOf(id);
        return place < 0 ? order.size() : place;
    }

    private Callable<Void> worker() {
        return () -> {
            try (var session = LauncherFactory.openSession(config())) {
                session.getStore()
                        .put(Namespace.create(CheckExtension.STORE), Sitting.class, sitting);
                for (var next = queue.next(); next != null; next = queue.next()) {
                    run(session, next);
                }
                return null;
            }
        };
    }

    private void run(LauncherSession session, CheckQueue.Planned check)
            throws InterruptedException {
        try {
            places.acquire();
            try {
                session.getLauncher().execute(request(check.method()), this);
            } finally {
                places.release();
            }
        } finally {
            queue.done(check);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable()
                .ifPresent(fault -> troubles.add(test.getDisplayName() + ": " + fault));
    }

    /// Nothing but Jupiter and what is named here, whatever else lies on the class path.
    private static LauncherConfig config() {
        return LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
    }

    private LauncherDiscoveryRequest request(Method check) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(checks, check))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.extensions.autodetection.include",
                        CheckExtension.class.getName())
                .build();
    }
}
