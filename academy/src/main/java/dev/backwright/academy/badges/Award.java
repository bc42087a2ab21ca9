package dev.backwright.academy.badges;

import dev.backwright.judge.Lab;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// What is said in a badge: an `OpenBadgeCredential` (Open Badges 3.0, B.1.1), which is the payload of its JWT as it is, with the claims of 8.2.4 beside it.
///
/// @param learner the name, and nothing else of them
/// @param offer a step that is complete
/// @param at to the second, as `nbf` has it
record Award(UUID id, String learner, Offer offer, Instant at) {

    Map<String, Object> claims(Issuer issuer) {
        var address = issuer.badge(id);
        var subject = address + "#learner";
        var claims = new LinkedHashMap<String, Object>();
        claims.put("@context", Issuer.CONTEXT);
        claims.put("id", address);
        claims.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
        claims.put("name", offer.step().title());
        claims.put("issuer", issuer.profile());
        claims.put("validFrom", at.toString());
        claims.put("credentialSubject", subject(subject, issuer));
        claims.put(
                "evidence", offer.step().labs().stream().map(it -> evidence(it, issuer)).toList());
        claims.put("iss", issuer.id());
        claims.put("jti", address);
        claims.put("nbf", at.getEpochSecond());
        claims.put("sub", subject);
        return claims;
    }

    private Map<String, Object> subject(String id, Issuer issuer) {
        var subject = new LinkedHashMap<String, Object>();
        subject.put("id", id);
        subject.put("type", List.of("AchievementSubject"));
        subject.put("identifier", List.of(name()));
        subject.put("achievement", issuer.achievement(offer.step()));
        subject.put("narrative", narrative());
        return subject;
    }

    private Map<String, Object> name() {
        var name = new LinkedHashMap<String, Object>();
        name.put("type", "IdentityObject");
        name.put("hashed", false);
        name.put("identityHash", learner);
        name.put("identityType", "name");
        return name;
    }

    private String narrative() {
        long clean = offer.step().labs().stream().filter(it -> offer.pass(it).clean()).count();
        return "%d labs passed, %d of them without the solution seen before."
                .formatted(offer.labs(), clean);
    }

    private Map<String, Object> evidence(Lab lab, Issuer issuer) {
        var pass = offer.pass(lab);
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("id", issuer.version(pass.version()));
        evidence.put("type", List.of("Evidence"));
        evidence.put("name", lab.sheet().title());
        evidence.put("narrative", list(facts(pass)));
        return evidence;
    }

    private static Map<Fact, String> facts(Pass pass) {
        var facts = new LinkedHashMap<Fact, String>();
        facts.put(Fact.LAB, pass.lab().toString());
        facts.put(Fact.VERSION, Integer.toString(pass.number()));
        facts.put(Fact.PASSED, LocalDate.ofInstant(pass.at(), ZoneOffset.UTC).toString());
        facts.put(Fact.SEEN, pass.clean() ? "no" : "yes");
        facts.put(Fact.JUDGE, pass.judge());
        facts.put(Fact.LAB_DIGEST, pass.labDigest());
        facts.put(Fact.FILES, pass.files());
        facts.put(Fact.REPORT, pass.report());
        return facts;
    }

    /// In Markdown.
    private static String list(Map<Fact, String> facts) {
        return facts.entrySet().stream()
                .map(it -> "- %s: %s".formatted(it.getKey().word(), it.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
