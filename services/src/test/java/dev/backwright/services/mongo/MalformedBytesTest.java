package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The seed stands in the failure's message.
class MalformedBytesTest {

    private static final List<byte[]> ASKED =
            List.of(
                    Bytes.ask(
                            1,
                            "{find: 'a', filter: {s: 'x', b: {$binary: {base64: 'AP8=', subType: '00'}}, l: [1, {k: 2}]}}"),
                    Bytes.message(
                            1,
                            0,
                            0,
                            Bytes.body("{update: 'a'}"),
                            Bytes.sequence("updates", "{q: {_id: 1}, u: {$set: {n: 2}}}")),
                    Bytes.legacyHello(1),
                    Bytes.packed(Bytes.ask(1, "{find: 'a', filter: {n: 1}}"), 2));

    private static final List<byte[]> ANSWERED =
            List.of(
                    Bytes.answer(1, "{cursor: {firstBatch: [{a: 1}, {a: 2}], id: 0}, ok: 1}"),
                    Bytes.answer(
                            1,
                            "{n: 1, writeErrors: [{index: 0, code: 11000, errmsg: 'E'}], ok: 1}"),
                    Bytes.answer(
                            1, "{ok: 0, errmsg: 'no', code: 59, codeName: 'CommandNotFound'}"));

    @Test
    void whateverChangesInAMessageItIsPassedOnAndTheNextIsRead() throws Exception {
        for (int seed = 1; seed <= 20_000; seed++) {
            var random = new Random(seed);
            var dialogue = new MongoDialogue(Ledger.blank(), new MongoProtocol());
            byte[] asked = changed(random, ASKED.get(random.nextInt(ASKED.size())));
            var message = seen(random, asked);
            if (dialogue.arriving(message) instanceof Arrival.Goes(var begun)) {
                dialogue.sending(message, begun);
                begun.forEach(entry -> dialogue.answers(entry, message));
            }
            dialogue.answered(
                    seen(random, changed(random, ANSWERED.get(random.nextInt(ANSWERED.size())))));
            assertReads(dialogue, "seed " + seed);
        }
    }

    private static void assertReads(MongoDialogue dialogue, String seed) throws NotUnderstood {
        var next = new Message(Bytes.ask(9, "{find: 'a', filter: {}}"), 0);
        var goes = (Arrival.Goes) dialogue.arriving(next);
        assertEquals(1, goes.begun().size(), seed);
        dialogue.sending(next, goes.begun());
        dialogue.answered(new Message(Bytes.answer(9, "{cursor: {firstBatch: []}, ok: 1}"), 0));
        assertTrue(goes.begun().stream().noneMatch(entry -> entry.open()), seed);
    }

    /// Bytes behind the header's four numbers.
    private static byte[] changed(Random random, byte[] message) {
        byte[] other = message.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = 16 + random.nextInt(other.length - 16);
            other[at] =
                    switch (random.nextInt(4)) {
                        case 0 -> (byte) 0x7f;
                        case 1 -> (byte) 0xff;
                        case 2 -> 0;
                        default -> (byte) random.nextInt();
                    };
        }
        return other;
    }

    private static Message seen(Random random, byte[] message) {
        if (random.nextInt(4) > 0) {
            return new Message(message, 0);
        }
        int size = 16 + random.nextInt(message.length - 15);
        return new Message(java.util.Arrays.copyOf(message, size), message.length - size);
    }

    @Test
    void aLengthThatCannotBeIsRefused() throws Exception {
        for (int length : new int[] {-1, 0, 15, 1 << 30, Integer.MIN_VALUE}) {
            var bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putInt(0, length);
            try {
                assertEquals(0, Envelope.length(bytes), "length " + length);
            } catch (NotUnderstood expected) {
                continue;
            }
            throw new AssertionError("length " + length + " was taken");
        }
        assertEquals(0, Envelope.length(ByteBuffer.allocate(3)));
    }

    @Test
    void whatIsNestedTooDeepIsPassedOnUnread() {
        byte[] document = deepDocument(5000);
        var dialogue = new MongoDialogue(Ledger.blank(), new MongoProtocol());
        byte[] section = new byte[document.length + 1];
        System.arraycopy(document, 0, section, 1, document.length);
        var message = new Message(Bytes.message(1, 0, 0, section), 0);
        assertEquals(Arrival.ON, dialogue.arriving(message));
    }

    private static byte[] deepDocument(int depth) {
        byte[] inner = {5, 0, 0, 0, 0};
        for (int i = 0; i < depth; i++) {
            var outer = ByteBuffer.allocate(inner.length + 8).order(ByteOrder.LITTLE_ENDIAN);
            outer.putInt(inner.length + 8).put((byte) 3).put((byte) 'a').put((byte) 0);
            outer.put(inner).put((byte) 0);
            inner = outer.array();
        }
        return inner;
    }

    @Test
    void aSmallMessageThatUnpacksToMuchCostsLittle() throws Exception {
        byte[] huge =
                Bytes.ask(1, "{insert: 'a', documents: [{s: '" + "x".repeat(30 << 20) + "'}]}");
        String text = Bytes.text(Bytes.packed(huge, 2));
        assertTrue(text.startsWith("insert a"), text);
    }
}
