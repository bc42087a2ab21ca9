package dev.backwright.academy.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a lesson shows of the learner's predictions.
///
/// @param remember the address below which each question takes an answer, by its key; `null` where none is taken
/// @param chosen what was chosen before, by the questions' keys
record Predicted(@Nullable String remember, Map<String, Integer> chosen) {

    static final Predicted NOTHING = new Predicted(null, Map.of());

    Predicted {
        chosen = Map.copyOf(chosen);
    }

    @Nullable String at(String key) {
        return remember == null ? null : remember + "/" + key;
    }
}
