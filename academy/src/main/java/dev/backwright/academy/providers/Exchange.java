package dev.backwright.academy.providers;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ProviderAccess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How we speak with a provider: not for long, only where we were told to, and what goes wrong is told to a person.
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;

    private Exchange() {}

    static HTTPResponse send(HTTPRequest request) throws IOException {
        configure(request);
        return request.send();
    }

    static void configure(HTTPRequest request) {
        request.setAccept("application/json");
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
    }

    /// The same for its keys.
    static ResourceRetriever keys() {
        return new DefaultResourceRetriever(
                CONNECT_MILLIS, READ_MILLIS, JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT) {
            @Override
            protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
                var connection = super.openHTTPConnection(url);
                connection.setInstanceFollowRedirects(false);
                return connection;
            }
        };
    }

    /// What is done with the provider, in a few steps.
    @FunctionalInterface
    interface Steps<T> {
        T take() throws IOException, GeneralException, UntrustedAnswer;
    }

    static <T> T with(ProviderAccess access, Steps<T> steps) {
        try {
            return steps.take();
        } catch (IOException e) {
            LOG.warn("{} cannot be reached: {}", access.name(), e.toString());
            throw CannotAnswer.notNow(
                    "%s does not answer just now. Try again in a minute, or sign in another way."
                            .formatted(access.name()));
        } catch (GeneralException | UntrustedAnswer e) {
            LOG.warn("{} was not believed: {}", access.name(), e.toString());
            throw CannotAnswer.refused(
                    "What %s said of you could not be believed. Try again; an admin finds the reason in the log of this academy."
                            .formatted(access.name()),
                    List.of());
        }
    }
}
