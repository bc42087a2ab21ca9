package dev.backwright.checks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/// One thing a lab expects of a submission. What its parameters ask for is what the judge starts.
///
/// ```java
/// @Check(id = "keeps-the-sum", title = "loses nothing when two transfers race")
/// void keepsTheSum(App app, Postgres db) { … }
/// ```
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {

    /// Permanent: results, hints and wrong solutions refer to it. Lower case words joined by hyphens.
    String id();

    /// What holds when the check passes, as the end of a sentence that begins with the submission.
    /// Names in backquotes are set as code.
    String title();

    /// Ids of checks this one stands on: where one of them has not passed, this one is `blocked`
    /// and is not run.
    String[] needs() default {};

    /// What this one rests on that not every MongoDB has, beyond what `lab.yaml` names for the whole lab: `transactions`.
    /// Where the server at hand lacks it, the check is *not judged here*. The names stand in docs/mongodb.md.
    String[] mongo() default {};
}
