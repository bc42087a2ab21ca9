package node.stream_failures;

import dev.backwright.checks.Check;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;

class StreamFailuresChecks {

    @Check(
            id = "source-fails",
            title = "fails when the source does, with its error, and destroys both streams")
    void sourceFails(Program program) {
        Desk desk = new Desk(program);
        Value error = program.value("new Error('the connection broke off')").as("error");
        Value failed = desk.of("sourceFails", error);
        ended(failed, "The source has failed");
        failed.get("error").because("The source's own error reaches the caller").isSameAs(error);
        ended(
                desk.of("sourceFails", error, "is destroyed"),
                "The source was destroyed before its end");
    }

    @Check(
            id = "destination-fails",
            title = "fails when the destination does, with its error, and destroys both streams")
    void destinationFails(Program program) {
        Desk desk = new Desk(program);
        Value error = program.value("new Error('the disk is full')").as("error");
        for (String when : List.of("while it writes", "between two writes")) {
            Value failed = desk.of("destinationFails", error, when);
            ended(failed, "The destination has failed " + when);
            failed.get("error")
                    .because("The destination's own error reaches the caller")
                    .isSameAs(error);
        }
    }

    @Check(
            id = "broken-input-ends-both",
            title = "fails when the input is broken, and destroys both streams")
    void brokenInputEndsBoth(Program program) {
        Value failed = new Desk(program).of("inputFails");
        ended(failed, "The input is broken");
        failed.get("record")
                .because("The `CsvError` of `readRecords` reaches the caller, with its `record`")
                .is(3);
    }

    @Check(id = "can-be-aborted", title = "ends when its signal is aborted, whoever it waits for")
    void canBeAborted(Program program) {
        Desk desk = new Desk(program);
        aborted(desk, "while the source says nothing");
        aborted(desk, "while the destination takes nothing");
    }

    @Check(
            id = "aborted-before-the-call",
            title = "writes nothing when its signal was aborted before the call")
    void abortedBeforeTheCall(Program program) {
        aborted(new Desk(program), "before the call");
    }

    @Check(
            id = "replaces-in-one-step",
            title = "replaces the file in one step, when all is written")
    void replacesInOneStep(Program program) {
        Desk desk = new Desk(program);
        Value good = desk.of("file", "id,to\n1,Lima\n");
        good.get("count").because("`convertFile` gives the number of records").is(1);
        good.get("text").is("{\"id\":\"1\",\"to\":\"Lima\"}\n");
        desk.of("whileConverting")
                .because(
                        "While it converts, `to` is the old file of 9 bytes, and then the whole new one, so there are no other lengths")
                .is(List.of());
    }

    @Check(
            id = "keeps-the-old-file",
            title = "fails and leaves the old file as it was, or none where there was none")
    void keepsTheOldFile(Program program) {
        Desk desk = new Desk(program);
        for (String what : List.of("broken", "unreadable", "aborted", "aborted before")) {
            Value failed = desk.of("ending", what);
            String why = reading(what);
            failed.get("how").because(why + ": so the promise is rejected").is("rejected");
            failed.get("text").because(why + ": so `to` is as it was").is("as it was");
            failed.get("later").because(why + ": so `to` is as it was").is("as it was");
            switch (what) {
                case "broken" ->
                        failed.get("record")
                                .because("The `CsvError` reaches the caller, with its `record`")
                                .is(10_002);
                case "unreadable" ->
                        failed.get("code")
                                .because("The error of the file system reaches the caller")
                                .is("ENOENT");
                default ->
                        failed.get("name").because(why + ", whatever its reason").is("AbortError");
            }
        }
        desk.of("ending", "broken", "")
                .get("later")
                .because("Where there was no file, a failed conversion leaves none")
                .is("no such file");
    }

    @Check(
            id = "leaves-nothing-behind",
            title = "leaves no other file in the folder, however it ends")
    void leavesNothingBehind(Program program) {
        Desk desk = new Desk(program);
        desk.of("ending", "well")
                .get("others")
                .as("other files in the folder")
                .because("After a conversion there is the new file, and no other")
                .is(List.of());
        for (String what : List.of("broken", "unreadable", "aborted", "aborted before")) {
            desk.of("ending", what)
                    .get("others")
                    .as("other files in the folder")
                    .because(reading(what) + ": no file of the conversion's own is left")
                    .is(List.of());
        }
    }

    @Check(id = "tells-how-it-went", title = "is a program that tells how it went")
    void tellsHowItWent(Program program, Seed seed) {
        int rows = seed.between(3, 9);
        Program.Command main = program.command("main.js", "in.csv", "out.ndjson");
        Program.Run good = main.file("in.csv", "a\n" + "x\n".repeat(rows)).run();
        good.out().because("`main.js` prints how many records there were").is(rows + " records\n");
        good.exit().is(0);
        good.file("out.ndjson").is("{\"a\":\"x\"}\n".repeat(rows));
        Program.Run usual = program.command("main.js").run();
        usual.out().because("Without arguments it converts `parcels.csv`").is("3 records\n");
        usual.file("parcels.ndjson")
                .because("Without arguments it writes `parcels.ndjson`")
                .contains("Oslo, Norway");
        Program.Run bad = main.file("in.csv", "a\n1,2\n").run();
        bad.exit().because("A failed conversion ends in exit code 1").is(1);
        bad.out().because("Standard output is not for errors").is("");
        bad.err()
                .because("Standard error has the message of the error")
                .contains("2 fields instead of 1");
        bad.err().because("Standard error has the message, no stack").lacks("    at ");
        Program.Run none = main.run();
        none.exit().because("A file that is not there ends in exit code 1").is(1);
        none.err().contains("in.csv");
    }

    /// How the end of a conversion reads in a message.
    private static String reading(String what) {
        return switch (what) {
            case "broken" -> "The input is broken";
            case "unreadable" -> "`from` cannot be read";
            case "aborted" -> "The signal was aborted";
            default -> "The signal was aborted before the call";
        };
    }

    private static void aborted(Desk desk, String when) {
        Value end = desk.of("aborted", when);
        ended(end, "The signal was aborted " + when);
        end.get("name")
                .because(
                        "An aborted `convert` fails with an `AbortError`, whatever the signal's reason")
                .is("AbortError");
        end.get("more").because("After the abort nothing more is written").is("");
    }

    private static void ended(Value end, String what) {
        end.get("how").because(what + ": so the promise is rejected").is("rejected");
        end.get("source").because(what + ": so the source is destroyed").is(true);
        end.get("destination").because(what + ": so the destination is destroyed").is(true);
        end.get("finished")
                .because(what + ": so the destination is not ended as if it had got all")
                .is(false);
    }
}
