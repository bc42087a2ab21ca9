package dev.backwright.tracer.record;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/// Tells every engine of the class path that there is a [TraceInstrument]; listed under `META-INF/services`.
@TruffleInstrument.Registration(
        id = TraceInstrument.ID,
        name = "Backwright's recorder",
        services = TraceInstrument.class)
public final class TraceInstrumentProvider extends TruffleInstrumentProvider {

    @Override
    protected String getInstrumentClassName() {
        return TraceInstrument.class.getName();
    }

    @Override
    protected Object create() {
        return new TraceInstrument();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(TraceInstrument.class.getName());
    }
}
