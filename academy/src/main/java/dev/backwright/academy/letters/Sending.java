package dev.backwright.academy.letters;

import dev.backwright.academy.accounts.MailedLinks;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.MailServer;
import dev.backwright.academy.platform.Premises;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes the link of a letter, writes it and gives it to the mail server; notices have none.
@Component
@ForMany
final class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int LONGEST_TROUBLE = 300;

    /// Whoever still waits for a link then has asked for another.
    private static final Duration RECOVERY_WAITS = Duration.ofHours(1);

    private final LetterRows rows;
    private final NoticeRows notices;
    private final MailedLinks links;
    private final Premises premises;

    Sending(LetterRows rows, NoticeRows notices, MailedLinks links, Premises premises) {
        this.rows = rows;
        this.notices = notices;
        this.links = links;
        this.premises = premises;
    }

    /// @return how many tries have come to nothing; 0 where nothing is left to do
    int send(UUID id) {
        var letter = rows.byId(id);
        MailServer server = premises.places().outside().mail();
        if (letter.isEmpty() || server == null) {
            return 0;
        }
        var link = link(letter.get());
        if (link.isEmpty()) {
            rows.remove(id);
            return 0;
        }
        try {
            new Smtp(server).send(Writing.of(link.get(), premises.url()));
            rows.remove(id);
            return 0;
        } catch (MessagingException e) {
            return failed(letter.get(), e);
        }
    }

    /// The same of a notice.
    int tell(UUID id) {
        var notice = notices.byId(id);
        MailServer server = premises.places().outside().mail();
        if (notice.isEmpty() || server == null) {
            return 0;
        }
        try {
            new Smtp(server).send(Writing.of(notice.get(), premises.url()));
            notices.remove(id);
            return 0;
        } catch (MessagingException e) {
            LOG.warn(
                    "An owner could not be told what happened to their account ({}).",
                    e.getClass().getSimpleName());
            return notices.failed(id);
        }
    }

    /// Notices that are still to be sent.
    List<UUID> untold() {
        return notices.all();
    }

    private Optional<MailedLinks.Mailed> link(Letter letter) {
        UUID invitation = letter.invitation();
        if (invitation != null) {
            return links.invitation(invitation);
        }
        boolean late = letter.writtenAt().plus(RECOVERY_WAITS).isBefore(Instant.now());
        return late ? Optional.empty() : links.recovery(letter.mail());
    }

    private int failed(Letter letter, MessagingException e) {
        var why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
        LOG.warn(
                "A letter could not be sent ({}); the page People says why.",
                e.getClass().getSimpleName());
        rows.failed(letter.id(), why.substring(0, Math.min(LONGEST_TROUBLE, why.length())));
        return letter.tries() + 1;
    }
}
