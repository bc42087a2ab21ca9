package dev.backwright.academy.gitserver;

import dev.backwright.academy.catalog.FollowsRenames;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import org.springframework.stereotype.Component;

/// Brings everybody's repositories along when their lab is renamed.
@Component
@ForMany
final class RenamedRepositories implements FollowsRenames {

    private final GitRows rows;

    RenamedRepositories(GitRows rows) {
        this.rows = rows;
    }

    @Override
    public void follow(LabId former, Lab lab) {
        rows.rename(former, lab.id());
    }
}
