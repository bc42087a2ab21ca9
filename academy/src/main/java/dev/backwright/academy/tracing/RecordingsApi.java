package dev.backwright.academy.tracing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.judge.Intake;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Recordings over HTTP.
@RestController
final class RecordingsApi {

    private final Recorder recorder;
    private final Intake intake;
    private final JsonMapper json;

    RecordingsApi(Recorder recorder, Intake intake, JsonMapper json) {
        this.recorder = recorder;
        this.intake = intake;
        this.json = json;
    }

    /// A program of nobody's lab: path and text of its files, and which of them runs.
    record Program(
            @JsonProperty(required = true)
                    @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                    Map<String, String> files,
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String main) {}

    /// Answers `{"same": "yes|no|unknown", "node": {"out", "err", "exit"}, "absence": "…", "trace": {…}}`; the trace is
    /// docs/trace-format.md's.
    @PostMapping(path = "/api/recordings", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> record(@RequestBody Program program)
            throws Intake.Refused, InterruptedException {
        var recording = recorder.record(intake.fromEditor(program.files()), program.main());
        return ResponseEntity.ok().header("Cache-Control", "no-store").body(body(recording));
    }

    /// The trace goes through as it came: it may be megabytes, and nothing here reads it.
    private byte[] body(Recording recording) {
        var about = new LinkedHashMap<String, Object>();
        about.put("same", recording.same());
        about.put("node", recording.node());
        about.put("absence", recording.absence());
        var head = json.writeValueAsString(about);
        var bytes =
                new ByteArrayOutputStream(head.length() + recording.traced().trace().length + 16);
        bytes.writeBytes(head.substring(0, head.length() - 1).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(",\"trace\":".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(recording.traced().trace());
        bytes.write('}');
        return bytes.toByteArray();
    }
}
