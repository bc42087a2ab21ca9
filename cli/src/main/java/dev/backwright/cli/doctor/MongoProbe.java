package dev.backwright.cli.doctor;

import dev.backwright.services.mongo.MongoServer;

/// Which MongoDB labs get.
final class MongoProbe implements Probe {

    private static final String WHAT = "MongoDB";

    @Override
    public Finding look() {
        String url =
                System.getProperty("backwright.mongo.url", System.getenv("BACKWRIGHT_MONGO_URL"));
        if (url != null && !url.isBlank()) {
            return Finding.good(WHAT, "the server that BACKWRIGHT_MONGO_URL names, not asked");
        }
        return MongoServer.program()
                .map(program -> Finding.good(WHAT, String.valueOf(program)))
                .orElseGet(() ->
                        Finding.weak(
                                WHAT,
                                "an emulator: what it lacks is not judged here",
                                "Put a mongod on the search path, or name a server with BACKWRIGHT_MONGO_URL."));
    }
}
