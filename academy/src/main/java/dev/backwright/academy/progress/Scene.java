package dev.backwright.academy.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where a question of a recording stands.
///
/// @param files the program: path and text
/// @param main which of them runs
/// @param step the step of the recording, from 0
/// @param file in which of them it stands
/// @param line at which line of it, from 1
/// @param printed what had been printed before, the end of it
public record Scene(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL, contentNulls = Nulls.FAIL)
                SortedMap<String, String> files,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String main,
        @JsonProperty(required = true) int step,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String file,
        @JsonProperty(required = true) int line,
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL) String printed) {

    private static final int PROGRAM = 32_000;
    private static final int FILES = 20;
    private static final int NAME = 200;
    private static final int PRINTED = 1_000;
    private static final int STEPS = 1_000_000;

    public Scene {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    String key() {
        var parts = new StringBuilder(main).append('\0').append(step);
        files.forEach((path, text) -> parts.append('\0').append(path).append('\0').append(text));
        return parts.toString();
    }

    Stream<String> violations() {
        int length = files.values().stream().mapToInt(String::length).sum();
        var shape =
                Stream.of(
                        Asked.said(
                                files.size() > FILES,
                                "The program has more than " + FILES + " files."),
                        Asked.said(
                                length > PROGRAM,
                                "The program is longer than %d characters, too long to be shown again."
                                        .formatted(PROGRAM)),
                        Asked.said(
                                !files.containsKey(main), "The program has no file " + main + "."),
                        Asked.said(
                                !files.containsKey(file), "The program has no file " + file + "."),
                        Asked.said(
                                step < 0 || step > STEPS || line < 1 || line > PROGRAM,
                                "The program has no such place."),
                        Asked.tooLong("What was printed", printed, PRINTED));
        return Stream.concat(
                shape.flatMap(it -> it),
                files.entrySet().stream()
                        .flatMap(it ->
                                Stream.concat(
                                        Asked.tooLong("A file's name", it.getKey(), NAME),
                                        Asked.tooLong("A file", it.getValue(), PROGRAM))));
    }
}
