package dev.backwright.academy.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.backwright.academy.catalog.Prediction;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A question as it was put to the learner.
///
/// @param answer index of the right choice
/// @param why why it is right; may be empty
/// @param scene where in which program it stands; `null` for a lesson's
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Asked(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String text,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                List<String> choices,
        @JsonProperty(required = true) int answer,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String why,
        @Nullable Scene scene) {

    private static final int TEXT = 500;
    private static final int WHY = 2_000;
    private static final int CHOICES = 8;

    public Asked {
        choices = List.copyOf(choices);
    }

    static Asked of(Prediction question) {
        return new Asked(
                question.ask(), question.choices(), question.answer(), question.why(), null);
    }

    /// What it is known by; of a lesson's question it is [Prediction#key()].
    String key() {
        var parts = new StringBuilder(scene == null ? text : scene.key() + '\0' + text);
        choices.forEach(choice -> parts.append('\0').append(choice));
        return Prediction.digest(parts.toString());
    }

    boolean isRight(int chosen) {
        return chosen == answer;
    }

    /// What keeps it from being kept, all of it; nothing for a good one.
    List<String> violations() {
        var texts =
                Stream.of(
                        tooLong("The question", text, TEXT),
                        tooLong("The reason", why, WHY),
                        choices.stream().flatMap(it -> tooLong("A choice", it, TEXT)));
        var shape =
                Stream.of(
                        said(text.isBlank(), "The question is empty."),
                        said(
                                choices.size() < 2 || choices.size() > CHOICES,
                                "It has %d choices; it may have 2 to %d."
                                        .formatted(choices.size(), CHOICES)),
                        said(
                                new HashSet<>(choices).size() < choices.size(),
                                "Two choices are the same."),
                        said(
                                answer < 0 || answer >= choices.size(),
                                "The answer is none of the choices."));
        var scenes = scene == null ? Stream.<String>empty() : scene.violations();
        return Stream.concat(Stream.concat(texts, shape).flatMap(it -> it), scenes).toList();
    }

    static Stream<String> said(boolean wrong, String sentence) {
        return wrong ? Stream.of(sentence) : Stream.empty();
    }

    static Stream<String> tooLong(String what, String text, int most) {
        return Stream.concat(
                said(text.length() > most, what + " is longer than " + most + " characters."),
                said(!isText(text), what + " holds a character that no text has."));
    }

    /// PostgreSQL keeps neither U+0000 nor half a character.
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }
}
