package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.QueueLook.Judged;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Spans for a collector, by OTLP over HTTP, where the operator has named one: of requests, and of what judging was spent on.
@Component
@ForMany
final class Traces implements DisposableBean {

    private static final String OURS = "backwright";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final @Nullable SdkTracerProvider provider;

    Traces(Premises premises) {
        var collector = premises.places().serving().collector();
        this.provider = collector == null ? null : to(collector);
    }

    private static SdkTracerProvider to(URI collector) {
        var exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(collector.toString())
                        .setTimeout(PATIENCE)
                        .build();
        var name = Attributes.of(AttributeKey.stringKey("service.name"), OURS);
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().merge(Resource.create(name)))
                .addSpanProcessor(
                        BatchSpanProcessor.builder(exporter).setScheduleDelay(OFTEN).build())
                .build();
    }

    /// Whether there is a collector.
    boolean areWanted() {
        return provider != null;
    }

    /// From now on each request is a span; one that comes with a `traceparent` (W3C Trace Context) goes on with its trace.
    void follow(ObservationRegistry observations) {
        if (provider == null) {
            return;
        }
        var tracer = provider.get(OURS);
        var propagators = ContextPropagators.create(W3CTraceContextPropagator.getInstance());
        observations
                .observationConfig()
                .observationHandler(
                        new PropagatingReceiverTracingObservationHandler<>(
                                new OtelTracer(tracer, new OtelCurrentTraceContext(), event -> {}),
                                new OtelPropagator(propagators, tracer)));
    }

    /// A verdict that was written, with its phases. Its trace has the submission's id, without hyphens.
    void judged(Judged judged) {
        if (provider == null) {
            return;
        }
        var tracer = provider.get(OURS);
        double whole = judged.phases().values().stream().mapToDouble(it -> it).sum();
        var begun = before(judged.at(), whole);
        var span = begin(tracer, "judge", trace(judged.submission()), begun);
        span.setAttribute("backwright.verdict", judged.verdict());
        span.setAttribute("backwright.unjudged", judged.unjudged());
        var within = trace(judged.submission()).with(span);
        var at = begun;
        for (var phase : VerdictMeters.PHASES) {
            var end = before(at, -judged.phases().getOrDefault(phase, 0.0));
            begin(tracer, phase, within, at).end(nanos(end), TimeUnit.NANOSECONDS);
            at = end;
        }
        span.end(nanos(judged.at()), TimeUnit.NANOSECONDS);
    }

    private static Span begin(Tracer tracer, String name, Context parent, Instant at) {
        return tracer.spanBuilder(name)
                .setParent(parent)
                .setStartTimestamp(nanos(at), TimeUnit.NANOSECONDS)
                .startSpan();
    }

    private static Context trace(UUID submission) {
        var id = submission.toString().replace("-", "");
        var parent =
                SpanContext.createFromRemoteParent(
                        id, id.substring(0, 16), TraceFlags.getSampled(), TraceState.getDefault());
        return Context.root().with(Span.wrap(parent));
    }

    private static Instant before(Instant moment, double millis) {
        return moment.minusNanos((long) (millis * 1e6));
    }

    private static long nanos(Instant moment) {
        return TimeUnit.SECONDS.toNanos(moment.getEpochSecond()) + moment.getNano();
    }

    @Override
    public void destroy() {
        if (provider != null) {
            provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
