package dev.backwright.academy.web;

import dev.backwright.academy.catalog.Fence;
import dev.backwright.academy.catalog.Prediction;
import dev.backwright.academy.web.LabPage.LabFile;
import dev.backwright.academy.web.LabPage.Look;
import dev.backwright.academy.web.LabPage.Standing;
import dev.backwright.academy.web.LabPage.Version;
import dev.backwright.academy.web.PathPage.Onward;
import dev.backwright.academy.web.PathPage.Row;
import dev.backwright.academy.web.PathPage.Step;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pages as a learner would meet them, in every state.
final class Samples {

    static final Frame FRAME = new Frame("token-of-the-page", null, true, null);
    static final LabId CLOSURES = new LabId("javascript", "closures");
    static final LabId TRANSACTIONS = new LabId("data", "transactions");
    private static final LabId MIDDLEWARE = new LabId("web", "middleware");
    private static final PathPage.Again NOTHING = new PathPage.Again(0, 0);

    static final String CODE =
            """
            // Four small tools. Each keeps something to itself.

            export function once(fn) {
              let done = false;
              let answer;
              return function (...args) {
                if (!done) {
                  answer = fn.apply(this, args);
                  done = true;
                }
                return answer;
              };
            }

            export function memoize(fn) {
              const cache = new Map();
              return function (...args) {
                const key = args[0];
                if (cache.has(key)) return cache.get(key);
                const value = fn.apply(this, args);
                cache.set(key, value);
                return value;
              };
            }

            export function counter(start = 0, step = 1) {
              let n = start;
              return {
                next: () => (n += step),
                value: () => n,
                reset: () => { n = start; },
              };
            }
            """;

    private static final String LESSON =
            """
            # Closures

            A price service asks a slow supplier for each quotation. You want to ask only once per question, and no \
            caller should be able to reach in and change the answers. You need a function with a memory of its own.

            ## The idea

            A function in JavaScript carries the scope it was *made* in, and keeps it for as long as the function \
            itself is kept. The function and that scope together are a **closure**. The scope holds *variables*, not \
            copies of their values: what changes later is seen later.

            ```js file=counter.js run play
            function counter() {
              let n = 0;
              return () => ++n;
            }
            const a = counter();
            const b = counter();
            a(); a();
            console.log(a(), b());   // each has its own
            ```

            ```output
            3 1
            ```

            Each call of `counter` makes a new scope with an `n` of its own. <b>Not bold</b>.

            ## Predict

            ```predict
            ask: With `var i`, what do three buttons made in one loop print?
            choices:
              - 0, 1, 2
              - 3, 3, 3
              - undefined, three times
            answer: 2
            why: One `i` belongs to the whole function, and it is 3 when the first button is pressed.
            ```

            ## In production

            - A cache without a limit is the most common slow leak in Node services.
            - What a closure names stays alive.

            | form | keeps |
            |---|---|
            | `let` in a loop | one variable each time round |
            | `var` | one for the function |

            ## Your task

            Write the functions in `closures.js`. `once(fn)` calls `fn` the first time and gives that answer ever after.

            *ECMAScript 2025*, «Environment Records». *MDN*, «Closures».
            """;

    private Samples() {}

    static PathPage emptyPath() {
        return new PathPage(
                FRAME, null, steps(List.of(), List.of(), List.of()), NOTHING, List.of());
    }

    static PathPage freshPath() {
        var row = new Row(CLOSURES, "Closures", "", LabState.NOT_BEGUN, "", 35);
        var onward =
                new Onward(
                        CLOSURES,
                        "Closures",
                        "The first lab",
                        "Start with closures",
                        "Five checks, about 35 minutes.");
        return new PathPage(
                FRAME, onward, steps(List.of(row), List.of(), List.of()), NOTHING, List.of());
    }

    static PathPage begunPath() {
        var javascript =
                List.of(
                        row(
                                "scope",
                                "Scope",
                                "mend three lines, then a settings resolver",
                                LabState.PASSED_CLEAN,
                                ""),
                        row(
                                "closures",
                                "Closures",
                                "`once`, `memoize`, a counter",
                                LabState.BEGUN,
                                "2 of 5 hold"),
                        row("classes", "Classes", "private fields, super", LabState.PASSED, ""),
                        row(
                                "event_loop",
                                "The event loop",
                                "a scheduler that never misses a beat",
                                LabState.NOT_BEGUN,
                                ""));
        var data =
                List.of(
                        new Row(
                                TRANSACTIONS,
                                "Transactions",
                                "money moved",
                                LabState.NOT_BEGUN,
                                "",
                                50));
        var web =
                List.of(
                        new Row(MIDDLEWARE, "Middleware", "", LabState.BEGUN, "", 45),
                        new Row(
                                new LabId("web", "routing"),
                                "Routing",
                                "",
                                LabState.NOT_BEGUN,
                                "",
                                45));
        var onward =
                new Onward(
                        CLOSURES,
                        "Closures",
                        "Where you were, 20 minutes ago",
                        "Continue with closures",
                        "2 of 5 checks hold. `memoize` takes two different calls for the same one.");
        return new PathPage(
                FRAME, onward, steps(javascript, web, data), new PathPage.Again(3, 1), List.of());
    }

    private static Row row(
            String name, String title, String what, LabState state, String standing) {
        return new Row(new LabId("javascript", name), title, what, state, standing, 30);
    }

    private static List<Step> steps(List<Row> javascript, List<Row> web, List<Row> data) {
        return List.of(
                new Step(
                        1,
                        "javascript",
                        "JavaScript",
                        "predict what any program prints and in which order, and say why; keep a process responsive and lose no error.",
                        javascript),
                new Step(
                        2,
                        "node",
                        "Node.js",
                        "build servers, tools and packages on Node alone, with tests that catch a wrong change",
                        List.of()),
                new Step(3, "web", "Web", "structure a server that others can change", web),
                new Step(
                        4,
                        "data",
                        "Data",
                        "model data so that it cannot be wrong, and keep it right under races and cuts",
                        data),
                new Step(
                        5,
                        "apis",
                        "APIs",
                        "publish an API that strangers can rely on and attackers cannot bend",
                        List.of()),
                new Step(6, "delivery", "Delivery", "", List.of()));
    }

    static LabPage lab(ResultPane result, Standing standing) {
        return new LabPage(
                FRAME,
                CLOSURES,
                "1 JavaScript",
                "Closures",
                Lab.Kind.PROGRAM,
                "main.js",
                List.of(),
                lesson(),
                List.of(
                        new LabFile("closures.js", CODE, true),
                        new LabFile("main.js", "import { once } from './closures.js';\n", true),
                        new LabFile("package.json", "{ \"type\": \"module\" }\n", false)),
                null,
                false,
                result,
                standing);
    }

    static LabPage app(ResultPane result) {
        return new LabPage(
                new Frame(
                        "token-of-the-page",
                        "Programs are isolated as processes only on this machine: run your own code, nobody else's.",
                        true,
                        null),
                TRANSACTIONS,
                "4 Data",
                "Transactions",
                Lab.Kind.APP,
                "GET /accounts/1",
                List.of(
                        new LabPage.Help(CLOSURES, "Closures", LabState.PASSED_CLEAN),
                        new LabPage.Help(MIDDLEWARE, "Middleware", LabState.NOT_BEGUN)),
                lesson(),
                List.of(
                        new LabFile("transfers.js", "export async function transfer() {}\n", true),
                        new LabFile("seed.sql", "select 1; -- one\n", false),
                        new LabFile("compose.yaml", "name: bank # a note\n", true),
                        new LabFile("README.md", "# The bank\n", true)),
                "2026-11-22T09:40:00Z",
                true,
                result,
                Standing.NEW);
    }

    static Lesson lesson() {
        var remember = "/api/labs/javascript/closures/predictions";
        return Lessons.of(LESSON, name -> "", new Predicted(remember, Map.of()));
    }

    /// The lesson after its question was answered.
    static Lesson lesson(int chosen) {
        var key =
                Fence.in(LESSON).stream()
                        .filter(fence -> fence.kind().equals("predict"))
                        .map(fence -> Prediction.parse(fence.text()).key())
                        .findFirst()
                        .orElseThrow();
        return Lessons.of(LESSON, name -> "", new Predicted("/x", Map.of(key, chosen)));
    }

    static LabPage with(LabPage page, Lesson lesson) {
        return new LabPage(
                page.frame(),
                page.lab(),
                page.step(),
                page.title(),
                page.kind(),
                page.run(),
                page.helps(),
                lesson,
                page.files(),
                page.draftSavedAt(),
                page.olderStarter(),
                page.result(),
                page.standing());
    }

    static Standing standing(boolean passed, boolean seen) {
        return new Standing(
                List.of(
                        version(12, "09:41", Look.NO, "2 of 5", "closures.js"),
                        version(11, "09:38", Look.UNJUDGED, "unjudged", "closures.js, main.js"),
                        version(10, "09:30", Look.OK, "passed", "closures.js"),
                        version(1, "09:12", Look.NO, "1 of 5", "the starter")),
                passed,
                seen);
    }

    /// Where two cohorts ask something.
    static Standing asked() {
        return new Standing(
                List.of(),
                false,
                false,
                true,
                List.of(
                        "Backend, autumn 2026: due by Fri 27 Nov 2026, 23:59 (Europe/Amsterdam); then it closes. 3 of 5 attempts left. Hints after 2 attempts. The solution after a pass, or after the deadline.",
                        "Evening course: opens on Mon 30 Nov 2026, 09:00 (UTC). Until then read, write and run as you like; Check, hints and the solution come with it."));
    }

    private static Version version(
            int number, String at, Look look, String outcome, String changed) {
        return new Version(number, "s" + number, at, look, outcome, changed);
    }

    static ErrorPage missing(String name) {
        return new ErrorPage(
                FRAME,
                404,
                "No such lab",
                "There is no lab `" + name + "` in this course.",
                "The path shows every lab there is.");
    }

    /// A lab whose every text is the same.
    static LabPage everywhere(String text, ResultPane result) {
        return new LabPage(
                new Frame("token", text, true, null),
                CLOSURES,
                text,
                text,
                Lab.Kind.APP,
                "GET " + text,
                List.of(new LabPage.Help(CLOSURES, text, LabState.BEGUN)),
                Lessons.of(text + "\n\n```js\n" + text + "\n```\n", name -> text),
                List.of(new LabFile(text, text, true), new LabFile("read.js", text, false)),
                text,
                false,
                result,
                new Standing(List.of(new Version(1, text, text, Look.NO, text, text)), true, true));
    }

    static @Nullable Double usually() {
        return 40.0;
    }
}
