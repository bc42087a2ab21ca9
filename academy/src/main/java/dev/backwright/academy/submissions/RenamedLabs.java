package dev.backwright.academy.submissions;

import dev.backwright.academy.catalog.FollowsRenames;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings everybody's versions and drafts along when their lab is renamed. Versions that come to others of the same person are
/// numbered after them.
@Component
final class RenamedLabs implements FollowsRenames {

    private final JdbcClient db;
    private final Workbench workbench;

    RenamedLabs(JdbcClient db, Workbench workbench) {
        this.db = db;
        this.workbench = workbench;
    }

    @Override
    public void follow(LabId former, Lab lab) {
        db.sql(
                        """
                        update version v set lab = :lab,
                            number = number + (select coalesce(max(p.number), 0) from version p
                                where p.person = v.person and p.lab = :lab),
                            attempt = case attempt when 0 then 0 else
                                attempt + (select coalesce(max(p.attempt), 0) from version p
                                    where p.person = v.person and p.lab = :lab) end
                        where lab = :former\
                        """)
                .param("lab", lab.id().toString())
                .param("former", former.toString())
                .update();
        db.sql("update rejudging_run set lab = ? where lab = ?")
                .params(lab.id().toString(), former.toString())
                .update();
        workbench.bring(former, lab);
    }
}
