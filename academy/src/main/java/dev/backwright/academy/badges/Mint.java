package dev.backwright.academy.badges;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.platform.ForMany;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes badges, in the academy's name.
@Component
@ForMany
final class Mint {

    private final BadgeKeys keys;
    private final Issuer issuer;
    private final JsonMapper json;
    private final Clock clock;

    Mint(BadgeKeys keys, Issuer issuer, JsonMapper json, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.json = json;
        this.clock = clock;
    }

    /// A badge that is kept nowhere yet.
    Badge make(Account account, Offer offer) {
        var key = keys.present();
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var award = new Award(UUID.randomUUID(), account.name(), offer, at);
        var token =
                Seal.sign(json.writeValueAsString(award.claims(issuer)), key, issuer.key(key.id()));
        return new Badge(award.id(), account.person(), offer.step().id(), at, token, null);
    }
}
