package dev.backwright.academy;

import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What somebody of a cohort has handed in, judged.
///
/// @param page of the submission
record HandedIn(LedCohort led, Member learner, String page) {

    /// @param text of its one file, `a.js`
    static HandedIn of(OpenAcademy academy, String text) throws Exception {
        var led = LedCohort.fresh(academy);
        var learner = led.member("Ada Quist");
        var json = JsonMapper.shared().writeValueAsString(Map.of("files", Map.of("a.js", text)));
        var handed = learner.call("POST", "/api/labs/javascript/closures/submissions", json);
        var id = JsonMapper.shared().readTree(handed.body()).path("id").asString();
        for (int i = 0; i < 600; i++) {
            if (learner.get("/api/submissions/" + id).body().contains("\"done\"")) {
                return new HandedIn(led, learner, "/submissions/" + id);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict on " + id);
    }

    HttpResponse<String> comment(Member by, int line, String text) throws Exception {
        return by.send(
                page,
                page + "/comments",
                Map.of("path", "a.js", "line", Integer.toString(line), "text", text));
    }

    String id() {
        return page.replaceFirst(".*/", "");
    }
}
