package dev.backwright.academy.progress;

import dev.backwright.academy.catalog.FollowsRenames;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings everybody's opened hints, seen solutions and recalls along when their lab is renamed. What one person saw under both
/// names was seen the first time.
@Component
final class RenamedHelp implements FollowsRenames {

    private static final List<String> MOVES =
            List.of(
                    """
                    insert into hint_opened (person, lab, check_id, tier, opened_at)
                    select person, :lab, check_id, tier, opened_at from hint_opened where lab = :former
                    on conflict (person, lab, check_id, tier)
                        do update set opened_at = least(hint_opened.opened_at, excluded.opened_at)\
                    """,
                    "delete from hint_opened where lab = :former",
                    """
                    insert into solution_seen (person, lab, seen_at)
                    select person, :lab, seen_at from solution_seen where lab = :former
                    on conflict (person, lab) do update
                        set seen_at = least(solution_seen.seen_at, excluded.seen_at)\
                    """,
                    "delete from solution_seen where lab = :former",
                    """
                    insert into recall (person, lab, recalled_at)
                    select person, :lab, recalled_at from recall where lab = :former
                    on conflict do nothing\
                    """,
                    "delete from recall where lab = :former");

    private final JdbcClient db;

    RenamedHelp(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void follow(LabId former, Lab lab) {
        for (var move : MOVES) {
            db.sql(move)
                    .param("lab", lab.id().toString())
                    .param("former", former.toString())
                    .update();
        }
    }
}
