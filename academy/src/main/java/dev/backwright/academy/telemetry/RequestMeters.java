package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.filter.ServerHttpObservationFilter;

/// Times requests by the pattern of their route: by their paths there would be as many series as there are submissions. Refused ones
/// count, too. Streams of events do not: they last as long as a page is open.
@Configuration(proxyBeanMethods = false)
@ForMany
class RequestMeters {

    /// The registry of observations is no bean, or Spring Security would observe each of its filters.
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> requestTimer(
            MeterRegistry registry, Traces traces) {
        var observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(
                        new DefaultMeterObservationHandler(registry, IgnoredMeters.LONG_TASK_TIMER))
                .observationPredicate((name, context) -> !isStream(context));
        traces.follow(observations);
        var filter = new FilterRegistrationBean<>(new ServerHttpObservationFilter(observations));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    private static boolean isStream(Observation.Context context) {
        var asked =
                context instanceof ServerRequestObservationContext request
                        ? request.getCarrier()
                        : null;
        return asked != null && asked.getRequestURI().endsWith("/events");
    }
}
