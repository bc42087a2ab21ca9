package dev.backwright.academy;

import dev.backwright.academy.grading.JudgeOpener;
import dev.backwright.academy.platform.Arguments;
import dev.backwright.academy.platform.CannotStart;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.Retries;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// The academy's process: `--port N`, or `--export FILE`, or `--import FILE`.
///
/// ```text
///   arguments ──► premises (home, database, port, key) ──► Spring ──► one line that says where
/// ```
///
/// Ends with 64 when it was called wrongly and with 2 when it cannot start, with one sentence each.
@SpringBootApplication(
        exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class},
        proxyBeanMethods = false)
public class Backwright {

    public static void main(String[] words) {
        try {
            var arguments = Arguments.of(words);
            switch (arguments.task()) {
                case SERVE ->
                        serve(
                                Premises.open(Places.here(), arguments),
                                Backwright::openJudge,
                                Retries.STANDARD);
                case EXPORT, IMPORT -> System.out.println(Transfer.here(arguments).run());
            }
        } catch (CannotStart e) {
            System.err.println(e.says());
            System.exit(e.exitCode());
        }
    }

    /// Opens the academy on its premises and gives them back when it closes.
    static ConfigurableApplicationContext serve(
            Premises premises, JudgeOpener judges, Retries retries) {
        try {
            return application(premises, judges, retries).run();
        } catch (RuntimeException e) {
            premises.close();
            throw e;
        }
    }

    private static Judge openJudge(Places places) {
        return Judge.open(
                JudgeSettings.of(places.course(), places.toolbox(), places.home())
                        .asThisProcessWasTold());
    }

    private static SpringApplication application(
            Premises premises, JudgeOpener judges, Retries retries) {
        var application = new SpringApplication(Backwright.class);
        boolean many = premises.places().site().many();
        application.setDefaultProperties(
                Map.of(
                        "server.address",
                        premises.places().serving().listen(),
                        "server.port",
                        premises.solo().port().number(),
                        "server.shutdown",
                        many ? "graceful" : "immediate",
                        ForMany.SETTING,
                        many,
                        "server.forward-headers-strategy",
                        premises.isHttps() ? "native" : "none"));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(Premises.class, () -> premises);
            beans.registerBean(JudgeOpener.class, () -> judges);
            beans.registerBean(Retries.class, () -> retries);
        });
        return application;
    }
}
