package dev.backwright.judge.app.tls;

import java.io.IOException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why no connection through TLS came about, in words for a learner.
public final class Refusal {

    /// As the JDK puts it.
    private static final Pattern ALERT = Pattern.compile("fatal alert: (\\w+)");

    private static final Pattern NO_TLS =
            Pattern.compile("plaintext|[Uu]nrecognized|Unsupported record|Unsupported or");

    private Refusal() {}

    /// As the end of "the server …".
    public static String words(IOException e) {
        String certificate = certificate(e);
        if (certificate != null) {
            return certificate;
        }
        String message = String.valueOf(e.getMessage());
        if (!(e instanceof SSLException)) {
            return "closed the connection instead of shaking hands for TLS";
        }
        Matcher alert = ALERT.matcher(message);
        if (alert.find()) {
            return "refused to shake hands for TLS (%s)".formatted(alert.group(1));
        }
        return NO_TLS.matcher(message).find()
                ? "does not speak TLS on that port"
                : "did not shake hands for TLS: " + message;
    }

    private static @Nullable String certificate(Throwable e) {
        boolean chain = false;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No name matching")
                    || message.contains("No subject alternative")) {
                return "showed a certificate that is not for localhost";
            }
            chain |= cause instanceof CertPathValidatorException;
            chain |= cause instanceof CertificateException || message.contains("PKIX");
        }
        return chain
                ? "showed a certificate that was not signed by the authority in TLS_CA_FILE"
                : null;
    }
}
