package dev.backwright.academy.web.guard;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/// What every answer forbids the browser.
final class SafeHeaders {

    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ";

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private SafeHeaders() {}

    static void solo(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, "'none'").referrerPolicy(it -> it.policy(ReferrerPolicy.NO_REFERRER));
    }

    /// Forms are sent to us. Browsers name no origin beside `no-referrer`, and by their origin we know our own.
    ///
    /// @param https whether it is reached by that, and from then on by nothing else
    static void academy(HeadersConfigurer<HttpSecurity> headers, boolean https) {
        common(headers, "'self'").referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN));
        if (https) {
            headers.addHeaderWriter(new StaticHeadersWriter("Strict-Transport-Security", A_YEAR));
        }
    }

    private static HeadersConfigurer<HttpSecurity> common(
            HeadersConfigurer<HttpSecurity> headers, String forms) {
        return headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT + forms))
                .crossOriginOpenerPolicy(it -> it.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(it -> it.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(it -> it.disable());
    }
}
