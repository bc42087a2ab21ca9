package dev.backwright.academy.submissions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;

/// Files as an editor sends them: path and text. A body that lacks them, or has a `null` among them, is not understood.
public record Files(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                Map<String, String> files) {}
