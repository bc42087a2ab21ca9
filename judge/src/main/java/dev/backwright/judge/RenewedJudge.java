package dev.backwright.judge;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens a new judge after each fault of ours and lets the old one end once nobody uses it any more.
///
/// ```text
///   judge(…) ──► seat ──► Judge        unjudged, or thrown: the seat is given up, the next call opens another
/// ```
final class RenewedJudge implements Judge {

    private final Supplier<Judge> opener;
    private final List<Seat> open = new ArrayList<>();
    private final List<Thread> ending = new ArrayList<>();
    private @Nullable Seat current;
    private @Nullable LabId expected;
    private boolean closed;

    private RenewedJudge(Supplier<Judge> opener) {
        this.opener = opener;
    }

    static RenewedJudge open(Supplier<Judge> opener) {
        var renewed = new RenewedJudge(opener);
        renewed.seat();
        return renewed;
    }

    /// One judge and how many use it.
    private static final class Seat {
        final Judge judge;
        int users;

        Seat(Judge judge) {
            this.judge = judge;
        }
    }

    private synchronized Seat seat() {
        if (closed) {
            throw new JudgeException("this judge was closed");
        }
        Seat seat = current;
        if (seat == null) {
            seat = new Seat(opener.get());
            if (expected != null) {
                seat.judge.expect(expected);
            }
            current = seat;
            open.add(seat);
        }
        return seat;
    }

    private synchronized Seat enter() {
        Seat seat = seat();
        seat.users++;
        return seat;
    }

    private synchronized void leave(Seat seat, boolean broken) {
        seat.users--;
        if (broken && seat == current) {
            current = null;
        }
        if (seat != current && seat.users == 0 && open.remove(seat)) {
            ending.removeIf(thread -> !thread.isAlive());
            ending.add(Thread.ofVirtual().name("judge-ending").start(seat.judge::close));
        }
    }

    @Override
    public Report judge(Submission submission, Progress progress) {
        Seat seat = enter();
        boolean broken = true;
        try {
            Report report = seat.judge.judge(submission, progress);
            broken = report.foundOurFault() && seat.judge.hindrance().isEmpty();
            return report;
        } finally {
            leave(seat, broken);
        }
    }

    @Override
    public Optional<String> hindrance() {
        Seat seat = now();
        return seat == null ? Optional.empty() : seat.judge.hindrance();
    }

    @Override
    public void expect(LabId lab) {
        synchronized (this) {
            expected = lab;
        }
        Seat seat = now();
        if (seat != null) {
            seat.judge.expect(lab);
        }
    }

    private synchronized @Nullable Seat now() {
        return current;
    }

    @Override
    public int ready() {
        Seat seat = now();
        return seat == null ? 0 : seat.judge.ready();
    }

    @Override
    public LiveRun run(Lab lab, FileTree files, Consumer<LiveRun.Event> listener) {
        return seated(judge -> judge.run(lab, files, listener));
    }

    @Override
    public LiveRun run(FileTree files, String main, Consumer<LiveRun.Event> listener) {
        return seated(judge -> judge.run(files, main, listener));
    }

    private LiveRun seated(Function<Judge, LiveRun> start) {
        Seat seat = enter();
        try {
            var run = start.apply(seat.judge);
            return new SeatedRun(run, () -> leave(seat, false), new AtomicBoolean());
        } catch (RuntimeException e) {
            leave(seat, false);
            throw e;
        }
    }

    @Override
    public Machine machine() {
        return seat().judge.machine();
    }

    @Override
    public void close() {
        List<Seat> last;
        List<Thread> rest;
        synchronized (this) {
            closed = true;
            current = null;
            last = List.copyOf(open);
            open.clear();
            rest = List.copyOf(ending);
        }
        last.forEach(seat -> seat.judge.close());
        rest.forEach(RenewedJudge::await);
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A run keeps the judge it runs on.
    private record SeatedRun(LiveRun run, Runnable left, AtomicBoolean over) implements LiveRun {

        @Override
        public Evidence.Http send(Request request) {
            return run.send(request);
        }

        @Override
        public int await() throws InterruptedException {
            return run.await();
        }

        @Override
        public void close() {
            try {
                run.close();
            } finally {
                if (!over.getAndSet(true)) {
                    left.run();
                }
            }
        }
    }
}
