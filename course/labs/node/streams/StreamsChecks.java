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
            let written = 0;
            const sink = new Writable({
              write(chunk, encoding, done) {
                written += chunk.length;
                setImmediate(done);
              },
            });
            await convert(Readable.from(chunks(), { objectMode: false }), sink);
            console.log(written > 60e6 ? 'all of it' : `${written} bytes of JSON`);
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
                "a,b\nx\ry,z\r\r\n3,p\rq\r\n1\r,\"2\r\"\n",
                "A CR belongs to its field unless an LF follows",
                Map.of("a", "x\ry", "b", "z\r"),
                Map.of("a", "3", "b", "p\rq"),
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
                "\ufeffid,\"né \"\"e\"\"\",c\r\n1,\"Kraków, 😀\r\n\"\"x\"\"\"\"\",€\r\n\"\",\"\"\"\",a\rb\"c\"\r\n"
                        + seed.between(10, 99)
                        + ",\"\r\n\",\"z\"\r\n";
        desk.of("sameAtAnySize", csv, 24)
                .as("records in chunks of 1 to 24 bytes and in one")
                .because("The same bytes give the same records, however they come")
                .is("the same");
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
        program.command("big.mjs")
                .file("big.mjs", BIG)
                .heap(16)
                .run()
                .out()
                .because("60 MB of records go through a heap of 16 MB")
                .contains("all of it");
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
}
