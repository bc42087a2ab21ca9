package dev.backwright.judge.worker;

import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Tells open pages how far a job is, without evidence: that comes with the report. What cannot be told is left out.
record Telling(Desk desk, Job job) implements Progress {

    private static final int LONGEST_MESSAGE = 1_000;

    @Override
    public void phase(String name) {
        tell(Map.of("phase", name));
    }

    @Override
    public void checked(Report.CheckResult result) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", result.id());
        told.put("title", result.title());
        told.put("outcome", result.outcome());
        told.put("hints", result.hints());
        told.put("millis", result.millis());
        var by = result.blockedBy();
        if (by != null) {
            told.put("blockedBy", by);
        }
        var message = result.message();
        if (message != null) {
            told.put("message", message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
        }
        tell(Map.of("checked", told));
    }

    private void tell(Map<String, Object> what) {
        try {
            desk.tell(job, JsonMapper.shared().writeValueAsString(what));
        } catch (SQLException e) {
            System.getLogger("judge").log(System.Logger.Level.DEBUG, "nobody heard of it", e);
        }
    }
}
