package dev.backwright.academy.letters;

import dev.backwright.academy.platform.MailServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks with the mail server: for some seconds, and by TLS unless it is on this machine.
///
/// ```java
/// new Smtp(server).send(new Writing("ada@example.org", "An invitation", "Good day, …"));
/// ```
final class Smtp {

    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
    private static final String MILLIS = "15000";

    private final MailServer server;

    Smtp(MailServer server) {
        this.server = server;
    }

    void send(Writing writing) throws MessagingException {
        var session = Session.getInstance(properties());
        var message = message(session, writing);
        URI url = server.url();
        var transport = session.getTransport(url.getScheme());
        try {
            boolean known = !server.user().isEmpty();
            transport.connect(
                    url.getHost(),
                    url.getPort(),
                    known ? server.user() : null,
                    known ? server.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            leave(transport);
        }
    }

    /// What the server has taken is taken, however it says goodbye.
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("a mail server ended without a word", e);
        }
    }

    private MimeMessage message(Session session, Writing writing) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(writing.mail(), true));
        message.setSubject(writing.subject(), StandardCharsets.UTF_8.name());
        message.setText(writing.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(Instant.now()));
        return message;
    }

    private Properties properties() {
        var prefix = "mail." + server.url().getScheme() + ".";
        var all = new Properties();
        all.putAll(
                Map.of(
                        prefix + "connectiontimeout",
                        MILLIS,
                        prefix + "timeout",
                        MILLIS,
                        prefix + "writetimeout",
                        MILLIS,
                        prefix + "auth",
                        Boolean.toString(!server.user().isEmpty()),
                        prefix + "starttls.enable",
                        Boolean.toString(!server.isTls()),
                        prefix + "starttls.required",
                        Boolean.toString(!server.isTls() && !server.isHere()),
                        prefix + "ssl.checkserveridentity",
                        "true"));
        return all;
    }
}
