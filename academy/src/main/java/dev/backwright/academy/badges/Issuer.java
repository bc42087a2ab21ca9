package dev.backwright.academy.badges;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Step;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// This academy as it gives badges: under which addresses it, its keys and what it gives are found, and what is said of them (Open Badges 3.0, appendix B).
@Component
@ForMany
public final class Issuer {

    static final List<String> CONTEXT =
            List.of(
                    "https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private final Premises premises;

    Issuer(Premises premises) {
        this.premises = premises;
    }

    String id() {
        return premises.url() + "/badges/issuer";
    }

    /// Where a badge is looked at.
    public String badge(UUID id) {
        return premises.url() + "/badges/" + id;
    }

    String key(UUID id) {
        return premises.url() + "/badges/keys/" + id;
    }

    String version(UUID id) {
        return premises.url() + "/submissions/" + id;
    }

    /// A `Profile`.
    public Map<String, Object> profile() {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("id", id());
        profile.put("type", List.of("Profile"));
        profile.put("name", "Backwright at " + URI.create(premises.url()).getAuthority());
        profile.put("url", premises.url());
        return profile;
    }

    /// An `Achievement`: what whoever has completed a step has shown.
    public Map<String, Object> achievement(Step step) {
        var achievement = new LinkedHashMap<String, Object>();
        achievement.put("id", premises.url() + "/badges/achievements/" + step.id());
        achievement.put("type", List.of("Achievement"));
        achievement.put("name", step.title());
        achievement.put(
                "description",
                "Step %d of Backwright's path for JavaScript backend developers: %s."
                        .formatted(
                                step.number(),
                                step.subtitle().isEmpty() ? step.title() : step.subtitle()));
        achievement.put("criteria", Map.of("narrative", criteria(step)));
        return achievement;
    }

    private static String criteria(Step step) {
        var after = step.after().strip();
        return "All labs of the step passed, each judged by running what was handed in. After it one can "
                + after
                + (after.endsWith(".") ? "" : ".");
    }

    /// The same, to stand by itself.
    public static Map<String, Object> alone(Map<String, Object> what) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", CONTEXT);
        whole.putAll(what);
        return whole;
    }
}
