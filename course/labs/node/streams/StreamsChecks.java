package node.streams;

import dev.backwright.checks.Check;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

class StreamsChecks {

    /// Makes 60 MB while they are read.
    private static final String BIG =
            """
            import { Readable, Writable } from 'node:stream';
            import { convert } from './convert.js';

            const rows = Buffer.from(`1,"Oslo, ""the"" port",12.50,é${'x'.repeat(460)}\\r\\n`.repeat(130));
            let made = 0;
            function* chunks() {
              yield Buffer.from('id,to,price,note\\r\\n');
              for (; made < 60e6 / rows.length; made++) yield Buffer.from(rows);
            }
            const sink = new Writable({
              write(chunk, encoding, done) {
                setImmediate(done);
              },
            });
            const count = await convert(Readable.from(chunks(), { objectMode: false }), sink);
            const all = made * 130;
            console.log(count === all ? 'all of it' : `${count} records of ${all}`);
            """;

    /// Has a file of 16 MB converted that has a broken record at its beginning, and counts what is read of it.
    private static final String BROKEN =
            """
            import fs from 'node:fs';
            import { convertFile } from './convert.js';

            const io = '/proc/self/io';
            const read = () => (fs.existsSync(io) ? +fs.readFileSync(io, 'utf8').match(/rchar: (\\d+)/)[1] : 0);
            fs.writeFileSync('big.csv', 'id,note\\n1,a,b\\n');
            const rows = `1,${'x'.repeat(500)}\\n`.repeat(2000);
            for (let made = 0; made < 16e6; made += rows.length) fs.appendFileSync('big.csv', rows);
            const before = read();
            const how = await convertFile('big.csv', 'big.ndjson').then(() => 'converted', () => 'failed');
            console.log(how, read() - before < 8e6 ? 'early' : 'after reading all of it');
            """;

    @Check(id = "reads-fields", title = "reads fields, quoted or not, and both ends of a record")
    void readsFields(Program program, Seed seed) {
        Desk desk = new Desk(program);
        String id = "" + seed.between(100, 999);
        is(
                desk,
                "id,to\n" + id + ",Lima\n2,Oslo\n",
                "The first record has the names, each other one becomes an object of texts",
                Map.of("id", id, "to", "Lima"),
                Map.of("id", "2", "to", "Oslo"));
        is(
                desk,
                "id,to\r\n1,\"Oslo, Norway\"\r\n2,\"\"\r\n",
                "A quoted field may hold a comma, or nothing, and a record may end with CRLF",
                Map.of("id", "1", "to", "Oslo, Norway"),
                Map.of("id", "2", "to", ""));
        is(
                desk,
                "\"a\",b\n\"two\r\nlines, \"\"quoted\"\"\",\"\"\"\"\n",
                "In a quoted field line ends stay as they are, and two quotes are one",
                Map.of("a", "two\r\nlines, \"quoted\"", "b", "\""));
        is(
                desk,
                "a,b\n 1 ,x\"y\n,\n5\" disk,\"a\"\"b\"",
                "Blanks and quotes inside a field belong to it, fields may be empty, and the last record needs no end",
                Map.of("a", " 1 ", "b", "x\"y"),
                Map.of("a", "", "b", ""),
                Map.of("a", "5\" disk", "b", "a\"b"));
        is(
                desk,
                "\ufeffa\n\"x\"\n\"\"\n\n2",
                "A byte order mark belongs to no name, and an empty line is a record with an empty field",
                Map.of("a", "x"),
                Map.of("a", ""),
                Map.of("a", ""),
                Map.of("a", "2"));
        is(desk, "a,b\nx,", "The last field may be empty", Map.of("a", "x", "b", ""));
        is(desk, "a\n\"x\r\n\"", "The quote may be the very last", Map.of("a", "x\r\n"));
        is(
                desk,
                "a,b\nx\ry,z\r\r\n1\r,\"2\r\"\n",
                "A CR belongs to its field unless an LF follows",
                Map.of("a", "x\ry", "b", "z\r"),
                Map.of("a", "1\r", "b", "2\r"));
        is(desk, "", "Where there is nothing, there is no record");
        is(desk, "a,b\r\n", "The record with the names is not counted");
        desk.of("keysOf", "__proto__,constructor\n1,2\n")
                .because("A name may be any text")
                .is(List.of(List.of("__proto__", "constructor")));
    }

    @Check(
            id = "cuts-do-not-matter",
            title = "gives the same wherever the input is cut into chunks")
    void cutsDoNotMatter(Program program, Seed seed) {
        Desk desk = new Desk(program);
        String csv =
                "\ufeffid,\"né \"\"e\"\"\",c\r\n1,\"Kraków, 😀\r\n\"\"x\"\"\"\"\",€\r\n\"\",\"\"\"\",a\rb\r\n"
                        + seed.between(10, 99)
                        + ",\"\r\n\",\"z\"\r\n";
        desk.of("sameAtAnySize", csv, 24)
                .because("The same bytes give the same records, however they come")
                .is(List.of());
        Value cut =
                desk.of("converted", new byte[] {'a', '\n', (byte) 0xe2, (byte) 0x82}).get("rows");
        cut.because("Bytes that are no UTF-8 become U+FFFD, also at the end")
                .is(List.of(Map.of("a", "\ufffd")));
    }

    @Check(id = "refuses-broken-input", title = "fails with a `CsvError` that tells the record")
    void refusesBrokenInput(Program program) {
        Desk desk = new Desk(program);
        refused(desk, 2, "a,b\n1\n", "too few fields");
        refused(desk, 3, "a,b\n\"1\n1\",2\n1,2,3\n", "too many fields");
        refused(desk, 3, "a,b\n1,2\n\n1,2\n", "one empty field instead of two");
        refused(desk, 2, "a\n\"x\ny\n", "a quote that is never closed");
        refused(desk, 1, "a,\"b", "a quote that is never closed");
        refused(desk, 3, "a\n1\n\"x\"y\n", "something after a closing quote");
        refused(desk, 2, "a,b\n\"x\" ,1\n", "something after a closing quote");
        refused(desk, 2, "a,b\n\"x\"\r,1\n", "something after a closing quote");
    }

    @Check(id = "needs-little-memory", title = "converts what is larger than its memory")
    void needsLittleMemory(Program program) {
        Program.Command big = program.command("big.mjs").file("big.mjs", BIG).heap(16);
        big.run()
                .out()
                .because("60 MB of records go through a heap of 16 MB")
                .contains("all of it");
        program.command("broken.mjs")
                .file("broken.mjs", BROKEN)
                .run()
                .out()
                .because("`convertFile` converts while it reads, so it ends at a broken record")
                .contains("failed early");
    }

    @Check(
            id = "waits-for-the-destination",
            title = "reads no further ahead than the destination takes")
    void waitsForTheDestination(Program program) {
        Desk desk = new Desk(program);
        Value stuck = desk.of("ahead");
        stuck.get("begun").because("The destination gets something before the end").is(true);
        stuck.get("megabytesAhead")
                .because("While the destination takes nothing, at most 1 MB is read")
                .isAtMost(1);
        stuck.get("how").because("When the destination goes on, so does `convert`").is("fulfilled");
        stuck.get("lines").because("Then everything arrives").is(4_000);
        desk.of("waitsForTheEnd")
                .because("`convert` is done when the destination has finished")
                .is("still pending, then fulfilled");
    }

    @Check(
            id = "failures-end-both-sides",
            title = "fails when either side fails, with that error, and destroys both")
    void failuresEndBothSides(Program program) {
        Desk desk = new Desk(program);
        Value error = program.value("new Error('the disk is full')").as("error");
        Value read = desk.of("sourceFails", error);
        ended(read, "The source has failed");
        read.get("error")
                .because("The error of the source itself reaches the caller")
                .isSameAs(error);
        Value written = desk.of("destinationFails", error);
        ended(written, "The destination has failed");
        written.get("error")
                .because("The error of the destination itself reaches the caller")
                .isSameAs(error);
        ended(
                desk.of("sourceFails", error, "without an error"),
                "The source was destroyed before its end");
        ended(desk.of("inputFails"), "The input is broken");
    }

    @Check(id = "can-be-aborted", title = "ends as soon as its signal is aborted")
    void canBeAborted(Program program) {
        Desk desk = new Desk(program);
        Value during = desk.of("aborted", "during");
        ended(during, "The signal was aborted");
        during.get("name")
                .because("An aborted `convert` fails with an `AbortError`")
                .is("AbortError");
        Value before = desk.of("aborted", "before");
        ended(before, "The signal was aborted before the call");
        before.get("name")
                .because("An aborted `convert` fails with an `AbortError`")
                .is("AbortError");
        before.get("text").because("Nothing is written when it was aborted before").is("");
    }

    @Check(id = "leaves-no-half-file", title = "leaves a whole file or none")
    void leavesNoHalfFile(Program program) {
        Desk desk = new Desk(program);
        Value good = desk.of("file", "id,to\n1,Lima\n2,Oslo\n");
        good.get("count").because("`convertFile` gives the number of records").is(2);
        good.get("rows")
                .is(List.of(Map.of("id", "1", "to", "Lima"), Map.of("id", "2", "to", "Oslo")));
        good.get("files")
                .because("After a conversion there is the new file, and no other")
                .is(List.of("in.csv", "out.ndjson"));
        desk.of("whileConverting")
                .because(
                        "While it converts, whoever reads `to` finds the old file, not half of the new one")
                .is(List.of());
        for (String what : List.of("broken", "no such file", "aborted")) {
            Value failed = desk.of("failingFile", what);
            failed.get("how").because("A conversion that cannot be done fails").is("rejected");
            failed.get("files")
                    .because("A failed conversion leaves no file of its own")
                    .is(List.of("out.ndjson"));
            failed.get("text")
                    .because("A failed conversion leaves the old file as it was")
                    .is("as it was");
            if (what.equals("no such file")) {
                failed.get("code")
                        .because("The error of the file system reaches the caller")
                        .is("ENOENT");
            }
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
        bad.err().because("Standard error has the message of the error").isNot("");
        bad.err().because("Standard error has the message, no stack").lacks("    at ");
        bad.left().because("A failed conversion leaves no file").is(List.of());
        Program.Run none = main.run();
        none.exit().because("A file that is not there ends in exit code 1").is(1);
        none.err().contains("in.csv");
    }

    private static void is(Desk desk, String csv, String why, Object... rows) {
        Value seen = desk.of("converted", csv);
        seen.get("rows").because(why).is(List.of(rows));
        seen.get("count").because("`convert` gives the number of records").is(rows.length);
    }

    private static void refused(Desk desk, int record, String csv, String what) {
        desk.of("refusal", csv)
                .because("With " + what + " it fails with a `CsvError` that has `record`")
                .is("record " + record);
    }

    private static void ended(Value end, String what) {
        end.get("how").because(what + ": so the promise is rejected").is("rejected");
        end.get("source").because(what + ": so the source is destroyed").is(true);
        end.get("destination").because(what + ": so the destination is destroyed").is(true);
    }
}
