package dev.backwright.academy.badges;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.ForMany;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Which badges somebody has, or could take.
@Component
@ForMany
public final class Offers {

    private final Catalog catalog;
    private final Passes passes;
    private final BadgeRows rows;

    Offers(Catalog catalog, Passes passes, BadgeRows rows) {
        this.catalog = catalog;
        this.passes = passes;
        this.rows = rows;
    }

    /// One for each step that has labs.
    public List<Offer> of(Account account) {
        var passed = passes.of(account.person());
        var held =
                rows.of(account.person()).stream()
                        .collect(Collectors.toMap(Badge::step, Function.identity()));
        return catalog.steps().stream()
                .filter(step -> !step.labs().isEmpty())
                .map(step -> new Offer(step, passed, held.get(step.id())))
                .toList();
    }
}
