package dev.backwright.services.oidc;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Dialogue;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.SeenEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// HTTP/1.1 on one connection: each request is a statement, `POST /token grant_type=authorization_code code=***`, and its answer
/// the status, with the error where there is one.
final class HttpDialogue implements Dialogue {

    private final Ledger ledger;
    private final Deque<SeenEntry> owed = new ArrayDeque<>();
    private final Deque<Boolean> bodiless = new ArrayDeque<>();

    HttpDialogue(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public long clientLength(ByteBuffer begun) throws NotUnderstood {
        HttpHead head = HttpHead.of(begun);
        return head.length() == 0 ? 0 : whole(begun, head);
    }

    @Override
    public synchronized long serverLength(ByteBuffer begun) throws NotUnderstood {
        HttpHead head = HttpHead.of(begun);
        if (head.length() == 0) {
            return 0;
        }
        int status = status(head);
        boolean none =
                isInterim(status)
                        || status == 204
                        || status == 304
                        || Boolean.TRUE.equals(bodiless.peekFirst());
        return none ? head.length() : whole(begun, head);
    }

    private static long whole(ByteBuffer begun, HttpHead head) throws NotUnderstood {
        if (!head.chunked()) {
            return head.length() + head.announced();
        }
        int length = Chunks.of(begun, begun.position() + head.length()).length();
        return length == 0 ? 0 : head.length() + length;
    }

    @Override
    public synchronized Arrival arriving(Message message) throws NotUnderstood {
        ByteBuffer bytes = message.bytes();
        HttpHead head = HttpHead.of(bytes);
        String[] words = head.first().split(" ", -1);
        if (words.length != 3) {
            throw new NotUnderstood("a request line that is none");
        }
        String text = shown(words[0], words[1], head, body(bytes, head));
        SeenEntry entry = ledger.statement(0, text, text, List.of());
        owed.add(entry);
        bodiless.add(words[0].equals("HEAD"));
        return new Arrival.Goes(List.of(entry));
    }

    private static String shown(String method, String target, HttpHead head, String body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : Shown.of(Form.of(target.substring(mark + 1)).values());
        boolean form = head.field("content-type").toLowerCase(Locale.ROOT).contains("form");
        String parameters = form ? Shown.of(Form.of(body).values()) : "";
        return method + " " + Shown.text(path) + query + parameters + credentials(head);
    }

    /// The scheme, and whose they are.
    private static String credentials(HttpHead head) {
        String said = head.field("authorization");
        if (said.isEmpty()) {
            return "";
        }
        String scheme = Shown.text(said.replaceFirst(" .*", ""));
        return " Authorization=%s %s***"
                .formatted(scheme, scheme.equalsIgnoreCase("basic") ? user(said) : "");
    }

    private static String user(String basic) {
        try {
            byte[] pair = Base64.getDecoder().decode(basic.substring(5).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? "" : Shown.text(text.substring(0, colon)) + ":";
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    private static String body(ByteBuffer message, HttpHead head) throws NotUnderstood {
        if (head.chunked()) {
            return Chunks.of(message, head.length()).body();
        }
        byte[] bytes = new byte[message.limit() - head.length()];
        message.slice(head.length(), bytes.length).get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized boolean answers(SeenEntry statement, Message message) throws NotUnderstood {
        return statement.equals(owed.peekFirst())
                && !isInterim(status(HttpHead.of(message.bytes())));
    }

    @Override
    public synchronized void answered(Message message) throws NotUnderstood {
        HttpHead head = HttpHead.of(message.bytes());
        int status = status(head);
        if (isInterim(status)) {
            return;
        }
        bodiless.pollFirst();
        SeenEntry entry = owed.pollFirst();
        if (entry == null) {
            ledger.note("an answer to nothing: " + status);
        } else if (status >= 400) {
            entry.failed((status + " " + Shown.text(body(message.bytes(), head))).strip());
        } else {
            entry.answer(String.valueOf(status));
            entry.done(-1);
        }
    }

    private static boolean isInterim(int status) {
        return status >= 100 && status < 200;
    }

    private static int status(HttpHead head) throws NotUnderstood {
        if (!head.first().matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new NotUnderstood("an answer that is no HTTP");
        }
        return Integer.parseInt(head.first().substring(9, 12));
    }
}
