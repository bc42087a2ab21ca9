package dev.backwright.academy.catalog;

import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings everything along that lies under former ids of labs, before the first request is answered: all of it or nothing.
@Component
final class Renames implements SmartInitializingSingleton {

    private final Catalog catalog;
    private final List<FollowsRenames> followers;
    private final TransactionTemplate transaction;

    Renames(Catalog catalog, List<FollowsRenames> followers, TransactionTemplate transaction) {
        this.catalog = catalog;
        this.followers = List.copyOf(followers);
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var renamed =
                catalog.all().stream().filter(lab -> !lab.sheet().formerly().isEmpty()).toList();
        if (!renamed.isEmpty()) {
            transaction.executeWithoutResult(status -> renamed.forEach(this::follow));
        }
    }

    private void follow(Lab lab) {
        for (var former : lab.sheet().formerly()) {
            followers.forEach(follower -> follower.follow(LabId.of(former), lab));
        }
    }
}
