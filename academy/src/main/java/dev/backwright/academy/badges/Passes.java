package dev.backwright.academy.badges;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What somebody has passed here. What an archive says of itself is no pass, until a judge of ours has found it, too; then its day is the day it came.
@Component
@ForMany
final class Passes {

    /// Of each lab the first clean pass, else the first.
    private static final String BEST =
            """
            select distinct on (v.lab) v.lab, v.id, v.number, v.files_digest,
                coalesce(v.brought_at, j.judged_at) as at,
                s.seen_at is null or coalesce(v.brought_at, v.created_at) < s.seen_at as clean,
                coalesce(j.report ->> 'labDigest', '') as lab_digest, coalesce(j.report ->> 'judge', '') as judge,
                encode(sha256(convert_to(j.report::text, 'UTF8')), 'hex') as report
            from version v join judging j on j.version = v.id
                left join solution_seen s on s.person = v.person and s.lab = v.lab
            where v.person = ? and j.state = 'done' and j.verdict = 'passed' and j.lease > 0
            order by v.lab, clean desc, v.number\
            """;

    private final JdbcClient db;

    Passes(JdbcClient db) {
        this.db = db;
    }

    Map<LabId, Pass> of(UUID person) {
        return db.sql(BEST).param(person).query(Passes::row).list().stream()
                .collect(Collectors.toMap(Pass::lab, Function.identity()));
    }

    private static Pass row(ResultSet row, int number) throws SQLException {
        return new Pass(
                LabId.of(row.getString("lab")),
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("clean"),
                row.getString("lab_digest"),
                row.getString("judge"),
                row.getString("files_digest"),
                row.getString("report"));
    }
}
