package dev.backwright.academy.progress;

import dev.backwright.academy.catalog.FollowsRenames;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings everybody's predictions along when their lab is renamed. Of what one person answered under both names the later answer
/// stays, and the answers are counted together.
@Component
final class RenamedPredictions implements FollowsRenames {

    private static final List<String> MOVES =
            List.of(
                    """
                    update prediction p set
                        (times, wrong, chosen, box, answered_at, due_at) = (
                            select p.times + o.times, p.wrong + o.wrong,
                                case when later then o.chosen else p.chosen end,
                                case when later then o.box else p.box end,
                                case when later then o.answered_at else p.answered_at end,
                                case when later then o.due_at else p.due_at end
                            from prediction o, lateral (select o.answered_at > p.answered_at as later) it
                            where o.person = p.person and o.lab = :former and o.key = p.key)
                    where p.lab = :lab
                        and exists (select from prediction o
                            where o.person = p.person and o.lab = :former and o.key = p.key)\
                    """,
                    """
                    update prediction p set lab = :lab where lab = :former
                        and not exists (select from prediction o
                            where o.person = p.person and o.lab = :lab and o.key = p.key)\
                    """,
                    "delete from prediction where lab = :former");

    private final JdbcClient db;

    RenamedPredictions(JdbcClient db) {
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
