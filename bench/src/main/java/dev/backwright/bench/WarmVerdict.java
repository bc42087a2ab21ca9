package dev.backwright.bench;

/// A verdict inside the judge, whose sandboxes stand ready again before it is asked for the next.
record WarmVerdict(Solution solution) implements Contestant {

    private static final int LOOK_MILLIS = 100;

    /// As many looks at which nothing has changed; the pool begins 300 ms after a verdict.
    private static final int STILL = 8;

    @Override
    public String name() {
        return "Backwright, warm verdict (%d checks)".formatted(solution.lab().checks().size());
    }

    @Override
    public void run() {
        solution.judged();
    }

    /// Until the judge has made ready what it will.
    @Override
    public void settle() throws InterruptedException {
        int ready = -1;
        for (int still = 0; still < STILL; still++) {
            int now = solution.judge().ready();
            if (now != ready) {
                ready = now;
                still = 0;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
