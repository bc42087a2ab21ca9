package dev.backwright.academy.providers;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.backwright.academy.platform.ProviderAccess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an OpenID provider says of itself, asked when it is first needed, and again after an hour.
final class Discovery {

    private static final Duration LASTS = Duration.ofHours(1);

    private final ProviderAccess access;
    private @Nullable Known known;

    Discovery(ProviderAccess access) {
        this.access = access;
    }

    Known get() throws IOException, GeneralException {
        Known present;
        synchronized (this) {
            present = known;
        }
        if (present == null || present.isOld()) {
            present = ask();
            synchronized (this) {
                known = present;
            }
        }
        return present;
    }

    private Known ask() throws IOException, GeneralException {
        var issuer = new Issuer(access.issuer());
        var metadata = OIDCProviderMetadata.resolve(issuer, Exchange::configure);
        if (metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null
                || metadata.getJWKSetURI() == null) {
            throw new GeneralException("its discovery lacks an endpoint");
        }
        var client = new ClientID(access.id());
        var keys =
                JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), Exchange.keys())
                        .refreshAheadCache(false)
                        .build();
        var selector = new JWSVerificationKeySelector<SecurityContext>(asymmetric(), keys);
        return new Known(
                metadata,
                new IDTokenValidator(issuer, client, selector, null),
                login(metadata, client),
                System.nanoTime());
    }

    /// Whoever knows only what is published cannot sign by these.
    private static Set<JWSAlgorithm> asymmetric() {
        var all = new HashSet<JWSAlgorithm>(JWSAlgorithm.Family.RSA);
        all.addAll(JWSAlgorithm.Family.EC);
        return all;
    }

    /// By a header, as every provider has to take it unless it says otherwise.
    private ClientAuthentication login(OIDCProviderMetadata metadata, ClientID client) {
        var secret = new Secret(access.secret());
        List<ClientAuthenticationMethod> taken = metadata.getTokenEndpointAuthMethods();
        return taken == null || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client, secret)
                : new ClientSecretPost(client, secret);
    }

    /// @param askedAt of [System#nanoTime]
    record Known(
            OIDCProviderMetadata metadata,
            IDTokenValidator validator,
            ClientAuthentication login,
            long askedAt) {

        boolean isOld() {
            return System.nanoTime() - askedAt > LASTS.toNanos();
        }

        URI authorization() {
            return metadata.getAuthorizationEndpointURI();
        }

        URI token() {
            return metadata.getTokenEndpointURI();
        }

        @Nullable URI userinfo() {
            return metadata.getUserInfoEndpointURI();
        }

        /// RFC 9207: by it an answer of another provider is known.
        void requireIssuer(String iss) throws UntrustedAnswer {
            boolean missing = iss.isEmpty() && metadata.supportsAuthorizationResponseIssuerParam();
            if (missing || (!iss.isEmpty() && !iss.equals(metadata.getIssuer().getValue()))) {
                throw new UntrustedAnswer("an answer of another, or that does not say whose it is");
            }
        }
    }
}
