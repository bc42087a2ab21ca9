package dev.backwright.academy.cohorts;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.catalog.Misconceptions;
import dev.backwright.academy.catalog.Misconceptions.Misconception;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which checks hold a cohort up: those that fail in the latest attempt of most people, and what these may believe.
@Component
@ForMany
public final class Obstacles {

    private static final int SHOWN = 5;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /// Reports are long: only those are read of which something is said.
    private static final String LATEST =
            """
            with judged as (
                select v.id, v.person, v.lab, v.number, j.verdict from version v join judging j on j.version = v.id
                    join cohort_member m on m.person = v.person and m.cohort = :cohort and not m.leads
                where j.state = 'done' and j.lease > 0 and j.verdict <> 'unjudged'
            ), latest as (
                select distinct on (person, lab) id, lab, bool_or(verdict = 'passed') over (partition by person, lab) as passed
                from judged order by person, lab, number desc
            )
            select lab, jsonb_path_query_array(report, '$.checks[*] ? (@.outcome == "failed").id') as ids,
                jsonb_path_query_array(report, '$.checks[*] ? (@.outcome == "failed").title') as titles
            from latest join judging on version = id where not passed\
            """;

    private final JdbcClient db;
    private final Catalog catalog;
    private final Misconceptions misconceptions;

    Obstacles(JdbcClient db, Catalog catalog, Misconceptions misconceptions) {
        this.db = db;
        this.catalog = catalog;
        this.misconceptions = misconceptions;
    }

    /// @param check its title, the end of a sentence
    /// @param people how many it holds up
    /// @param belief what most of them may believe: that of the lab's wrong answers which fail just what they fail; `null` where none does
    public record Obstacle(Lab lab, String check, int people, @Nullable Misconception belief) {}

    private record Key(LabId lab, String check) {}

    private record Seen(String title, List<String> beliefs) {}

    /// Those that hold most people up come first.
    public List<Obstacle> of(Cohort cohort) {
        var seen = new LinkedHashMap<Key, List<Seen>>();
        db.sql(LATEST)
                .param("cohort", cohort.id())
                .query(row -> {
                    var lab = LabId.of(row.getString("lab"));
                    note(seen, lab, texts(row.getString("ids")), texts(row.getString("titles")));
                });
        return seen.entrySet().stream()
                .sorted(Comparator.comparingInt(it -> -it.getValue().size()))
                .limit(SHOWN)
                .map(it -> obstacle(it.getKey(), it.getValue()))
                .toList();
    }

    /// A lab that the course no longer has holds nobody up.
    private void note(
            Map<Key, List<Seen>> seen, LabId id, List<String> checks, List<String> titles) {
        var lab = catalog.all().stream().filter(it -> it.id().equals(id)).findFirst();
        if (lab.isEmpty()) {
            return;
        }
        var failed = new TreeSet<>(checks);
        var beliefs =
                lab.get().wrongs().stream()
                        .filter(it -> new TreeSet<>(it.fails()).equals(failed))
                        .map(Lab.Wrong::because)
                        .distinct()
                        .toList();
        for (int i = 0; i < checks.size(); i++) {
            seen.computeIfAbsent(new Key(id, checks.get(i)), it -> new ArrayList<>())
                    .add(new Seen(titles.get(i), beliefs));
        }
    }

    private Obstacle obstacle(Key key, List<Seen> seen) {
        return new Obstacle(
                catalog.lab(key.lab()),
                seen.getFirst().title(),
                seen.size(),
                belief(seen).flatMap(misconceptions::find).orElse(null));
    }

    /// The one that fits most of them.
    private static Optional<String> belief(List<Seen> seen) {
        return seen.stream()
                .flatMap(it -> it.beliefs().stream())
                .collect(Collectors.groupingBy(it -> it, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static List<String> texts(String json) {
        return JsonMapper.shared().readValue(json, TEXTS);
    }
}
