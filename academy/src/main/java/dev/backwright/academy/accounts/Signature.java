package dev.backwright.academy.accounts;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/// Signs tokens and knows its own: JWT (RFC 7519) with HMAC SHA-256, for this academy by its address. Which algorithm it is is never read from a token.
@Component
@ForMany
final class Signature {

    private static final String KEY = "tokens";
    private static final String AUDIENCE = "backwright";

    private final Secrets secrets;
    private final Premises premises;
    private final Clock clock;
    private volatile @Nullable SecretKey key;

    Signature(Secrets secrets, Premises premises, Clock clock) {
        this.secrets = secrets;
        this.premises = premises;
        this.clock = clock;
    }

    String sign(JwtClaimsSet.Builder claims) {
        var whole = claims.issuer(premises.url()).audience(List.of(AUDIENCE)).build();
        var header = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        return new NimbusJwtEncoder(new ImmutableSecret<>(key()))
                .encode(JwtEncoderParameters.from(header, whole))
                .getTokenValue();
    }

    /// What a token says, if we signed it and it is still good.
    Optional<Jwt> read(String token) {
        try {
            return Optional.of(decoder().decode(token));
        } catch (JwtException e) {
            return Optional.empty();
        }
    }

    private NimbusJwtDecoder decoder() {
        var decoder =
                NimbusJwtDecoder.withSecretKey(key()).macAlgorithm(MacAlgorithm.HS256).build();
        var times = new JwtTimestampValidator(Duration.ZERO);
        times.setClock(clock);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        times,
                        new JwtClaimValidator<>("iss", premises.url()::equals),
                        new JwtClaimValidator<>("exp", it -> it != null),
                        new JwtClaimValidator<List<String>>(
                                "aud", it -> it != null && it.contains(AUDIENCE))));
        return decoder;
    }

    private SecretKey key() {
        var known = key;
        if (known == null) {
            known = new SecretKeySpec(secrets.key(KEY), "HmacSHA256");
            key = known;
        }
        return known;
    }
}
