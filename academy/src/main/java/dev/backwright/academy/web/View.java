package dev.backwright.academy.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// Turns the records of pages into HTML. The templates escape everything; safe for many threads.
///
/// ```java
/// view.lab(page)     // a whole page
/// view.live(live)    // the HTML of a `result` event
/// ```
public final class View {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Assets assets;

    public View(Assets assets) {
        this.assets = assets;
    }

    public String path(PathPage page) {
        return render("path.jte", page);
    }

    public String lab(LabPage page) {
        return render("lab.jte", page);
    }

    public String review(ReviewPage page) {
        return render("review.jte", page);
    }

    public String playground(PlaygroundPage page) {
        return render("playground.jte", page);
    }

    /// What changes while a judge works, as the HTML of one event.
    public String live(Live live) {
        return render("live.jte", live);
    }

    public String error(ErrorPage page) {
        return render("error.jte", page);
    }

    public String signIn(SignInPage page) {
        return render("sign-in.jte", page);
    }

    public String passage(PassagePage page) {
        return render("passage.jte", page);
    }

    public String forgotten(ForgottenPage page) {
        return render("forgotten.jte", page);
    }

    public String join(JoinPage page) {
        return render("join.jte", page);
    }

    public String me(MePage page) {
        return render("me.jte", page);
    }

    public String badge(BadgePage page) {
        return render("badge.jte", page);
    }

    public String verify(VerifyPage page) {
        return render("verify.jte", page);
    }

    public String tokens(TokensPage page) {
        return render("tokens.jte", page);
    }

    public String people(PeoplePage page) {
        return render("people.jte", page);
    }

    public String admin(AdminPage page) {
        return render("admin.jte", page);
    }

    public String cohorts(CohortsPage page) {
        return render("cohorts.jte", page);
    }

    public String cohort(CohortPage page) {
        return render("cohort.jte", page);
    }

    public String rejudging(RejudgingPage page) {
        return render("rejudging.jte", page);
    }

    public String submission(SubmissionPage page) {
        return render("submission.jte", page);
    }

    public String key(KeyPage page) {
        return render("key.jte", page);
    }

    private String render(String template, Object page) {
        var output = new StringOutput();
        engine.render(template, Map.of("page", page, "assets", assets), output);
        // a stream of events would take a bare carriage return for the end of a line
        return output.toString().replace("\r", "&#13;");
    }
}
