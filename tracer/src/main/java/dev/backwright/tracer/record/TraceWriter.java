package dev.backwright.tracer.record;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes a recording while it is made: steps as they come, the tables when all are known.
final class TraceWriter implements AutoCloseable {

    private static final int STEPS_PER_FRAME = 500;
    private static final String NO_FRAME = "";

    private final JsonFactory json = new JsonFactory();
    private final JsonGenerator out;
    private final List<Map<String, Object>> console = new ArrayList<>();
    private final ByteArrayOutputStream keyFrames = new ByteArrayOutputStream();
    private final JsonGenerator frames;
    private final StringWriter buffer = new StringWriter();
    private int steps;

    TraceWriter(OutputStream stream, String node, String main, Limits limits) {
        this.out = json.createGenerator(ObjectWriteContext.empty(), stream, JsonEncoding.UTF8);
        this.frames =
                json.createGenerator(ObjectWriteContext.empty(), keyFrames, JsonEncoding.UTF8);
        frames.writeStartObject();
        out.writeStartObject();
        out.writeNumberProperty("schema", 1);
        out.writeStringProperty("node", node);
        out.writeStringProperty("main", main);
        out.writeName("limits");
        write(out, limits.shown());
        out.writeArrayPropertyStart("steps");
    }

    /// How many steps there are so far, which is the number of the next one.
    int steps() {
        return steps;
    }

    /// A step is written whole or not at all, whatever happens meanwhile.
    void step(State state) {
        var step = bytes(state.takeStep());
        var frame = steps > 0 && steps % STEPS_PER_FRAME == 0 ? bytes(state.whole()) : NO_FRAME;
        out.writeRawValue(step);
        if (!frame.isEmpty()) {
            frames.writeName(Integer.toString(steps));
            frames.writeRawValue(frame);
        }
        steps++;
    }

    private String bytes(Map<String, ?> object) {
        buffer.getBuffer().setLength(0);
        try (var to = json.createGenerator(ObjectWriteContext.empty(), buffer)) {
            write(to, object);
        }
        return buffer.toString();
    }

    void console(int step, int descriptor, String text) {
        console.add(Map.of("step", step, "stream", descriptor == 1 ? "out" : "err", "text", text));
    }

    void finish(Places places, Functions functions, Map<String, Object> end) {
        out.writeEndArray();
        frames.writeEndObject();
        frames.close();
        out.writeName("frames");
        out.writeRawValue(keyFrames.toString(java.nio.charset.StandardCharsets.UTF_8));
        property("files", places.files().stream().map(TraceWriter::file).toList());
        property(
                "spans",
                places.spans().stream().map(s -> List.of(s.file(), s.from(), s.to())).toList());
        property("functions", functions.all().stream().map(TraceWriter::function).toList());
        property("console", console);
        property("end", end);
        out.writeEndObject();
    }

    private static Map<String, Object> file(Places.File file) {
        return Map.of("name", file.name(), "text", file.text());
    }

    private static Map<String, Object> function(Functions.Function function) {
        return Map.of("name", function.name(), "kind", function.kind(), "span", function.span());
    }

    private void property(String name, Object value) {
        out.writeName(name);
        write(out, value);
    }

    private static void write(JsonGenerator to, @Nullable Object value) {
        switch (value) {
            case null -> to.writeNull();
            case Map<?, ?> object -> {
                to.writeStartObject();
                object.forEach((name, member) -> {
                    to.writeName((String) name);
                    write(to, member);
                });
                to.writeEndObject();
            }
            case List<?> items -> {
                to.writeStartArray();
                items.forEach(item -> write(to, item));
                to.writeEndArray();
            }
            case String text -> to.writeString(text);
            case Boolean truth -> to.writeBoolean(truth);
            case Integer number -> to.writeNumber(number);
            case Double number -> to.writeNumber(number);
            default -> throw new IllegalArgumentException("No JSON: " + value.getClass());
        }
    }

    @Override
    public void close() {
        out.close();
    }
}
