package dev.backwright.academy.badges;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a badge of ours says.
///
/// @param learner their name when they took it
/// @param title of the step
/// @param issuer the name of the academy
/// @param narrative how many labs, and how many of them clean, in a sentence
public record Statement(
        String learner,
        String title,
        String description,
        String criteria,
        String issuer,
        String narrative,
        Instant from,
        List<Evidence> evidence) {

    /// One lab.
    ///
    /// @param name of the lab
    /// @param version that passed
    public record Evidence(String name, UUID version, Map<Fact, String> facts) {

        /// Empty where it does not say.
        public String fact(Fact fact) {
            return facts.getOrDefault(fact, "");
        }
    }

    /// @param claims whose signature holds
    static Statement of(JsonNode claims) {
        var subject = claims.path("credentialSubject");
        var achievement = subject.path("achievement");
        return new Statement(
                text(subject.path("identifier").path(0).path("identityHash")),
                text(achievement.path("name")),
                text(achievement.path("description")),
                text(achievement.path("criteria").path("narrative")),
                text(claims.path("issuer").path("name")),
                text(subject.path("narrative")),
                Instant.parse(text(claims.path("validFrom"))),
                claims.path("evidence").valueStream().map(Statement::evidence).toList());
    }

    private static Evidence evidence(JsonNode evidence) {
        var lines = text(evidence.path("narrative")).lines().toList();
        var facts =
                Stream.of(Fact.values())
                        .collect(Collectors.toMap(Function.identity(), it -> fact(it, lines)));
        var address = text(evidence.path("id"));
        return new Evidence(
                text(evidence.path("name")),
                UUID.fromString(address.substring(address.lastIndexOf('/') + 1)),
                facts);
    }

    private static String fact(Fact fact, List<String> lines) {
        var begin = "- %s: ".formatted(fact.word());
        return lines.stream()
                .filter(it -> it.startsWith(begin))
                .map(it -> it.substring(begin.length()))
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode node) {
        return node.asString("");
    }
}
