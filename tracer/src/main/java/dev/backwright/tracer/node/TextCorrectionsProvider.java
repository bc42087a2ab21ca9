package dev.backwright.tracer.node;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/// Makes the instrument known to the engine; written by hand, as the annotation processor that would write it is not part of the build.
@TruffleInstrument.Registration(
        id = TextCorrections.ID,
        name = "V8's error texts",
        services = TextCorrections.class)
public final class TextCorrectionsProvider extends TruffleInstrumentProvider {

    @Override
    protected String getInstrumentClassName() {
        return TextCorrections.class.getName();
    }

    @Override
    protected Object create() {
        return new TextCorrections();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(TextCorrections.class.getName());
    }
}
