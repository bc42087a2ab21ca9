package dev.backwright.tracer.alike;

/// What a run shows to the world, as far as it is compared.
record Shown(String out, int exit) {

    @Override
    public String toString() {
        return out + "\nexit code " + exit;
    }
}
