package dev.backwright.judge;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs a class of checks by JUnit's launcher, in a session of its own.
final class CheckRun implements TestExecutionListener {

    private final List<String> troubles = new ArrayList<>();

    private CheckRun() {}

    /// @return what went wrong outside of checks: the class could not be made, a `@BeforeEach` threw
    static List<String> of(Class<?> checks, Collection<String> order, Sitting sitting) {
        var run = new CheckRun();
        try (var session = LauncherFactory.openSession(config())) {
            session.getStore().put(Namespace.create(CheckExtension.STORE), Sitting.class, sitting);
            session.getLauncher().execute(request(checks, order), run);
        }
        return run.troubles;
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

    private static LauncherDiscoveryRequest request(Class<?> checks, Collection<String> order) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(checks))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter(
                        "junit.jupiter.extensions.autodetection.include",
                        CheckExtension.class.getName())
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default", CheckOrder.class.getName())
                .configurationParameter(CheckOrder.PARAMETER, String.join(",", order))
                .build();
    }
}
