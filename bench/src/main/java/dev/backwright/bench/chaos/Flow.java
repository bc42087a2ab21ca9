package dev.backwright.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.judge.Lab;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// The stream of submissions: solutions, each with a mark of its own, so that what was taken although its answer was lost is
/// known again.
final class Flow {

    private static final int UNDER_WAY = 6;
    private static final long PAUSE = 200;

    private final Academy academy;
    private final List<Lab> labs;
    private final int count;
    private final AtomicInteger done = new AtomicInteger();

    Flow(Academy academy, List<Lab> labs, int count) {
        this.academy = academy;
        this.labs = labs;
        this.count = count;
    }

    /// How many have a verdict, of those asked about.
    int done() {
        return done.get();
    }

    /// Hands all in, never more than a few ahead of the verdicts, and waits for the last.
    void run() throws InterruptedException {
        Map<Integer, String> open = new LinkedHashMap<>();
        for (int number = 0; number < count || !open.isEmpty(); ) {
            if (number < count && open.size() < UNDER_WAY) {
                open.put(number, handIn(number));
                number++;
            } else {
                open.values().removeIf(this::isDone);
                Thread.sleep(PAUSE);
            }
        }
    }

    private String handIn(int number) throws InterruptedException {
        var lab = labs.get(number % labs.size());
        while (true) {
            try {
                var taken = academy.post(path(lab), Map.of("files", files(lab, number)));
                return taken.path("id").asString();
            } catch (IOException e) {
                Thread.sleep(PAUSE);
                var known = find(lab, number);
                if (known != null) {
                    return known;
                }
            }
        }
    }

    /// What was taken, though nobody heard of it.
    private @org.jspecify.annotations.Nullable String find(Lab lab, int number)
            throws InterruptedException {
        while (true) {
            try {
                for (var version : academy.get(path(lab))) {
                    var id = version.path("id").asString();
                    if (mark(lab, id) == number) {
                        return id;
                    }
                }
                return null;
            } catch (IOException e) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private int mark(Lab lab, String id) throws IOException, InterruptedException {
        var text =
                academy.get("/api/submissions/" + id + "/files")
                        .path("files")
                        .path(marked(lab))
                        .asString("");
        return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1).strip());
    }

    private static String path(Lab lab) {
        return "/api/labs/" + lab.id() + "/submissions";
    }

    private static String marked(Lab lab) {
        return lab.sheet().edit().getFirst();
    }

    private static Map<String, String> files(Lab lab, int number) {
        var files = new TreeMap<String, String>();
        lab.solution().files().forEach((path, bytes) -> files.put(path, new String(bytes, UTF_8)));
        files.merge(marked(lab), "\n// chaos " + number, String::concat);
        return files;
    }

    private boolean isDone(String id) {
        try {
            boolean over =
                    academy.get("/api/submissions/" + id).path("state").asString("").equals("done");
            if (over) {
                done.incrementAndGet();
            }
            return over;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// What became of all, as the academy tells at the end.
    Count count() throws IOException, InterruptedException {
        var marks = new HashMap<Integer, Integer>();
        var count = new Count();
        for (var lab : labs) {
            for (JsonNode version : academy.get(path(lab))) {
                marks.merge(mark(lab, version.path("id").asString()), 1, Integer::sum);
                count.add(version);
            }
        }
        count.lost =
                (int)
                                java.util.stream.IntStream.range(0, this.count)
                                        .filter(it -> !marks.containsKey(it))
                                        .count()
                        + count.open;
        count.doubled = (int) marks.values().stream().filter(times -> times > 1).count();
        return count;
    }

    /// How many of each.
    static final class Count {
        int passed;
        int failed;
        int unjudged;
        int open;
        int again;
        int lost;
        int doubled;

        private void add(JsonNode version) {
            if (!version.path("state").asString("").equals("done")) {
                open++;
            }
            again += version.path("unjudged").asInt(0);
            switch (version.at("/report/verdict").asString("")) {
                case "passed" -> passed++;
                case "failed" -> failed++;
                default -> unjudged++;
            }
        }
    }
}
