package dev.backwright.cli.doctor;

/// Which limits are in force, in the words that reports have for them.
record LimitsProbe(Trial trial) implements Probe {

    private static final String WHAT = "limits";

    @Override
    public Finding look() {
        return switch (trial) {
            case Trial.Untried(var why) ->
                    Finding.weak(WHAT, "not tried: " + why, "Mend what is marked missing above.");
            case Trial.Refused(var why) ->
                    Finding.weak(WHAT, "not tried: " + why, "Mend the isolation first.");
            case Trial.Tried tried -> {
                String seen = String.join("; ", tried.limits());
                yield tried.isolation().equals("process") || tried.warnings().isEmpty()
                        ? Finding.good(WHAT, seen)
                        : Finding.weak(WHAT, seen, String.join(" ", tried.warnings()));
            }
        };
    }
}
