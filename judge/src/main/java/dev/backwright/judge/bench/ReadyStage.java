package dev.backwright.judge.bench;

import dev.backwright.judge.app.Preloaded;
import dev.backwright.judge.app.Standby;
import dev.backwright.judge.service.OpenServices;
import dev.backwright.sandbox.Limits;
import java.util.List;
import java.util.Map;

/// A server's services, opened, and a process on their wires with the lab's packages loaded.
record ReadyStage(
        Workshop workshop,
        Limits limits,
        List<String> needs,
        boolean tls,
        Map<String, String> data,
        Preloaded preloaded)
        implements Recipe<Stage> {

    @Override
    public Stage make() {
        OpenServices services = workshop.services(needs, data).ahead();
        try {
            return new Stage(
                    services,
                    Standby.start(
                            workshop.sandbox(),
                            limits,
                            services.wires(),
                            services.environment(),
                            tls,
                            preloaded));
        } catch (RuntimeException e) {
            services.close();
            throw e;
        }
    }

    @Override
    public boolean isGood(Stage made) {
        return made.isGood();
    }
}
