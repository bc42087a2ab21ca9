package dev.backwright.academy.badges;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import dev.backwright.academy.platform.ForMany;
import java.text.ParseException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says of a text whether it is a badge of this academy (Open Badges 3.0, 8.2.6). Of its header it takes nothing but which of our own keys to try;
/// then it has to be, letter by letter, what we gave. An academy that has moved to another address knows its badges still: by their keys.
@Component
@ForMany
public final class Verifier {

    /// More than ten times as long as any badge.
    private static final int LONGEST = 200_000;

    private static final String ODD = "It is no credential as this academy makes them.";

    private final BadgeKeys keys;
    private final BadgeRows rows;
    private final JsonMapper json;

    Verifier(BadgeKeys keys, BadgeRows rows, JsonMapper json) {
        this.keys = keys;
        this.rows = rows;
        this.json = json;
    }

    /// What a badge that lies here says, if it is still what was signed.
    public Finding of(Badge badge) {
        var token = badge.token();
        return token == null
                ? new Finding.Withdrawn(Objects.requireNonNull(badge.withdrawnAt()))
                : verify(token);
    }

    /// @param text a JWT
    public Finding verify(String text) {
        var token = text.strip();
        if (token.length() > LONGEST) {
            return new Finding.NotOurs("It is far too long for a badge.", "");
        }
        try {
            return verify(token, JWSObject.parse(token));
        } catch (ParseException e) {
            return new Finding.NotOurs("It is no signed credential (JWT) at all.", "");
        }
    }

    private Finding verify(String token, JWSObject jws) {
        var says = jws.getPayload().toString();
        if (!isPlain(jws.getHeader())) {
            return new Finding.NotOurs(
                    "It is not signed as badges of this academy are: by EdDSA, and nothing else.",
                    says);
        }
        var key = last(jws.getHeader().getKeyID()).flatMap(keys::find).orElse(null);
        if (key == null) {
            return new Finding.NotOurs("No key of this academy has signed it.", says);
        }
        if (!Seal.holds(jws, key.open())) {
            return new Finding.Changed(says);
        }
        return claims(says)
                .map(it -> known(token, it, key))
                .orElseGet(() -> new Finding.NotOurs(ODD, says));
    }

    private static boolean isPlain(JWSHeader header) {
        var type = header.getType();
        return header.getAlgorithm().equals(JWSAlgorithm.EdDSA)
                && header.getCriticalParams() == null
                && header.isBase64URLEncodePayload()
                && (type == null || type.equals(JOSEObjectType.JWT));
    }

    private Finding known(String token, JsonNode claims, BadgeKey key) {
        if (!key.isOf(Instant.ofEpochSecond(claims.path("nbf").asLong(Long.MAX_VALUE >> 20)))) {
            return new Finding.NotOurs(
                    "The key that has signed it was given up before.", claims.toString());
        }
        var badge = last(claims.path("jti").asString("")).flatMap(rows::find).orElse(null);
        if (badge == null) {
            return new Finding.Gone();
        }
        var at = badge.withdrawnAt();
        if (at != null) {
            return new Finding.Withdrawn(at);
        }
        return token.equals(badge.token())
                ? new Finding.Ours(badge, Statement.of(claims))
                : new Finding.Changed(claims.toString());
    }

    private Optional<JsonNode> claims(String payload) {
        try {
            return Optional.of(json.readTree(payload)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /// The id at the end of an address.
    private static Optional<UUID> last(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
