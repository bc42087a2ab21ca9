package dev.backwright.academy.telemetry;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.backwright.academy.platform.ForMany;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registry, and what others measure.
@Configuration(proxyBeanMethods = false)
@ForMany
class TelemetryBeans {

    @Bean
    PrometheusMeterRegistry meters(DataSource database) throws SQLException {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new RequestBounds());
        process(registry);
        database.unwrap(HikariDataSource.class)
                .setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        return registry;
    }

    @Bean(destroyMethod = "close")
    JvmGcMetrics pauses(MeterRegistry registry) {
        var pauses = new JvmGcMetrics();
        pauses.bindTo(registry);
        return pauses;
    }

    private static void process(MeterRegistry registry) {
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(it -> it.bindTo(registry));
    }
}
