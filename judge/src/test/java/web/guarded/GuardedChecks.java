package web.guarded;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Request;

class GuardedChecks {

    @Check(id = "guards", title = "serves through TLS and sends everybody there")
    void guards(App app) {
        app.tls().get("/").status(200).header("Strict-Transport-Security").isPresent();
        app.get("/a").status(308).follow().status(200).body().is("hello");
        app.tls().handshake().protocol().isOneOf("TLSv1.3", "TLSv1.2");
    }

    @Check(id = "logs-each-once", title = "logs one line for each request")
    void logsEachOnce(App app) {
        app.tls().send(Request.get("/b").header("X-Request-Id", "abc-1")).status(200);
        app.log().line("abc-1").isPresent();
        app.log().entries().where("reqId", "abc-1").only().message().is("/b");
        app.load().connections(4).requests(40).get("/").allStatus(308);
    }
}
