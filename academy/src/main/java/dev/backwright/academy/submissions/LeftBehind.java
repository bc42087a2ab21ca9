package dev.backwright.academy.submissions;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.Premises;
import java.time.Duration;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What waits for a lab as no judge has it any more is judged by the lab as it is here, once a judge has that.
///
/// ```text
///   handed in at an academy of the version before ──► waits for its labs ──► the last judge that has them ends ──► ours
/// ```
@Component
final class LeftBehind implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration OFTEN = Duration.ofSeconds(5);

    /// Judges are those that were seen in the last ten seconds, as migration V4 has it.
    private static final String LABS =
            """
            with ours as (select key as lab, value as digest from jsonb_each_text(:labs::jsonb)),
                present as (select labs from judge_present where seen_at > now() - interval '10 seconds')
            """;

    private static final String SUBMISSIONS =
            """
            update judging j set judge_by = ours.digest
            from scheduled_tasks t join version v on v.id = t.task_instance::uuid join ours on ours.lab = v.lab
            where t.task_name = 'judge' and j.version = v.id and j.state <> 'done'
                and coalesce(j.judge_by, v.lab_digest) <> ours.digest
                and exists (select from present p where p.labs ->> v.lab = ours.digest)
                and not exists (select from present p where p.labs ->> v.lab = coalesce(j.judge_by, v.lab_digest))
            """;

    private static final String REJUDGINGS =
            """
            update rejudging_run u set lab_digest = ours.digest from ours
            where ours.lab = u.lab and u.stopped_at is null and u.lab_digest <> ours.digest
                and exists (select from rejudging where run = u.id and state <> 'done')
                and exists (select from present p where p.labs ->> u.lab = ours.digest)
                and not exists (select from present p where p.labs ->> u.lab = u.lab_digest)
            """;

    private final JdbcClient db;
    private final String labs;
    private final boolean apart;
    private final Thread thread = Thread.ofVirtual().name("left-behind").unstarted(this::watch);

    LeftBehind(JdbcClient db, Catalog catalog, Premises premises) {
        var digests = new TreeMap<String, String>();
        catalog.all().forEach(lab -> digests.put(lab.id().toString(), lab.digest()));
        this.db = db;
        this.labs = JsonMapper.shared().writeValueAsString(digests);
        this.apart = premises.places().judges().apart();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (apart) {
            thread.start();
        }
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(OFTEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            take(SUBMISSIONS);
            take(REJUDGINGS);
        } catch (DataAccessException e) {
            LOG.debug("the database is away", e);
        }
    }

    private void take(String update) {
        db.sql(LABS + update).param("labs", labs).update();
    }

    @Override
    public void destroy() {
        thread.interrupt();
    }
}
