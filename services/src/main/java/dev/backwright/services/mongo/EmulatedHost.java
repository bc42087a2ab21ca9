package dev.backwright.services.mongo;

import dev.backwright.services.mongo.emulator.Emulator;
import dev.backwright.services.mongo.emulator.Emulators;

/// Gives each its own emulator.
record EmulatedHost(Emulators emulators) implements Host {

    static final String VERSION = "emulator";

    @Override
    public Place place() {
        Emulator emulator = emulators.take();
        return new Place(
                MongoLogin.open("127.0.0.1", emulator.port(), "lab"),
                () -> emulators.giveBack(emulator));
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public void close() {
        emulators.close();
    }
}
