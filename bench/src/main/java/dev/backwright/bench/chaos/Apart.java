package dev.backwright.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.judge.Lab;
import dev.backwright.judge.Labs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many verdicts a minute judges reach that are processes of their own and pull from one queue. The queue is never empty.
public final class Apart {

    private static final int AHEAD = 8 * Runtime.getRuntime().availableProcessors();
    private static final long PAUSE = 50;

    private final Academy academy;
    private final Deque<String> open = new ArrayDeque<>();
    private int done;

    private Apart(Academy academy) {
        this.academy = academy;
    }

    /// Half of that time goes before, unread, until all are warm.
    public static void run(
            Path checkout, Path jar, Path area, Duration span, int judges, PrintStream out)
            throws IOException, InterruptedException {
        var place = Place.in(checkout, jar, area);
        try (var cast = new Cast(place, judges)) {
            while (cast.judges().count() < judges) {
                cast.complete();
                Thread.sleep(PAUSE);
            }
            for (Lab lab : Labs.load(place.course()).all()) {
                var apart = new Apart(Academy.at(place.home()));
                apart.perMinute(lab, span.dividedBy(2));
                out.printf(
                        Locale.ROOT,
                        "%-24s %6.0f verdicts a minute  (%d judges apart, %d s)%n",
                        lab.id(),
                        apart.perMinute(lab, span),
                        judges,
                        span.toSeconds());
                apart.drain();
            }
        }
        place.delete();
    }

    private double perMinute(Lab lab, Duration span) throws InterruptedException {
        long begin = System.nanoTime();
        int before = done;
        while (System.nanoTime() - begin < span.toNanos()) {
            settle();
            while (open.size() < AHEAD) {
                handIn(lab);
            }
            Thread.sleep(PAUSE);
        }
        settle();
        return (done - before) * 60e9 / (System.nanoTime() - begin);
    }

    private void drain() throws InterruptedException {
        while (!open.isEmpty()) {
            settle();
            Thread.sleep(PAUSE);
        }
    }

    private void handIn(Lab lab) throws InterruptedException {
        var files = new TreeMap<String, String>();
        lab.solution().files().forEach((path, bytes) -> files.put(path, new String(bytes, UTF_8)));
        while (true) {
            try {
                var path = "/api/labs/" + lab.id() + "/submissions";
                open.add(academy.post(path, Map.of("files", files)).path("id").asString());
                return;
            } catch (IOException e) {
                Thread.sleep(PAUSE); // it still starts
            }
        }
    }

    /// Counts those that are done, the oldest first: asking for all each time would be work for the academy, too.
    private void settle() throws InterruptedException {
        try {
            while (!open.isEmpty()) {
                var where = academy.get("/api/submissions/" + open.getFirst());
                if (!where.path("state").asString("").equals("done")) {
                    return;
                }
                if (!where.at("/report/verdict").asString("").equals("passed")) {
                    throw new IllegalStateException("a solution did not pass: " + where);
                }
                open.removeFirst();
                done++;
            }
        } catch (IOException e) {
            throw new IllegalStateException("the academy does not answer", e);
        }
    }
}
