package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonSerializationException;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;

/// One connection of ours, straight to the server. One command at a time; callers wait for each other.
final class Session implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MOST_DOCUMENTS = 10_000;
    private static final int LONGEST = 64 << 20;
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final MongoLogin login;
    private final Socket socket;
    private int requests;

    private Session(MongoLogin login, Socket socket) {
        this.login = login;
        this.socket = socket;
    }

    static Session open(MongoLogin login) {
        var socket = new Socket();
        var session = new Session(login, socket);
        try {
            socket.connect(new InetSocketAddress(login.host(), login.port()), PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            if (!login.user().isEmpty()) {
                Scram.authenticate(session, login);
            }
            return session;
        } catch (IOException e) {
            session.close();
            throw new ServiceException(
                    "Cannot connect to MongoDB " + login + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /// Runs a command, written as JSON, in this login's database.
    BsonDocument run(String json) {
        return run(login.database(), BsonDocument.parse(json));
    }

    BsonDocument run(BsonDocument command) {
        return run(login.database(), command);
    }

    /// @throws MongoException when the server refuses it, or one of its writes
    synchronized BsonDocument run(String database, BsonDocument command) {
        BsonDocument sent = command.clone().append("$db", new BsonString(database));
        BsonDocument answer;
        try {
            send(sent);
            answer = receive();
        } catch (IOException | BsonSerializationException | StackOverflowError e) {
            close();
            throw new ServiceException(
                    "MongoDB " + login + " did not answer \"" + command.getFirstKey() + "\": " + e,
                    e);
        }
        requireOk(command, answer);
        return answer;
    }

    private static void requireOk(BsonDocument command, BsonDocument answer) {
        BsonValue ok = answer.get("ok");
        if (ok == null || !ok.isNumber() || ok.asNumber().intValue() != 1) {
            throw refusal(command, answer);
        }
        if (answer.get("writeErrors") instanceof BsonArray errors && !errors.isEmpty()) {
            throw refusal(command, errors.getFirst().asDocument());
        }
    }

    private static MongoException refusal(BsonDocument command, BsonDocument told) {
        BsonValue code = told.get("code");
        return new MongoException(
                shown(command),
                told.getString("errmsg", new BsonString("no reason was given")).getValue(),
                code != null && code.isNumber() ? code.asNumber().intValue() : 0);
    }

    private static String shown(BsonDocument command) {
        boolean secret = command.containsKey("pwd") || command.containsKey("payload");
        return secret ? command.getFirstKey() : command.toJson();
    }

    /// Runs a command that answers with a cursor, and takes all its documents, 10,000 at most.
    BsonArray all(BsonDocument command) {
        BsonDocument cursor = run(command).getDocument("cursor");
        BsonArray found = cursor.getArray("firstBatch").clone();
        String namespace = cursor.getString("ns").getValue();
        BsonInt64 id = idOf(cursor);
        while (id.getValue() != 0 && found.size() < MOST_DOCUMENTS) {
            BsonDocument more =
                    run(new BsonDocument("getMore", id)
                                    .append("collection", new BsonString(collection(namespace))))
                            .getDocument("cursor");
            found.addAll(more.getArray("nextBatch"));
            id = idOf(more);
        }
        return found;
    }

    private static BsonInt64 idOf(BsonDocument cursor) {
        return new BsonInt64(cursor.getNumber("id").longValue());
    }

    private static String collection(String namespace) {
        return namespace.substring(namespace.indexOf('.') + 1);
    }

    private void send(BsonDocument command) throws IOException {
        byte[] body = Json.bytes(command);
        int length = Envelope.HEADER + 5 + body.length;
        var message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(length).putInt(++requests).putInt(0).putInt(Envelope.MESSAGE);
        message.putInt(0).put((byte) 0).put(body);
        socket.getOutputStream().write(message.array());
    }

    private BsonDocument receive() throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var header = ByteBuffer.wrap(in.readNBytes(Envelope.HEADER + 5));
        header.order(ByteOrder.LITTLE_ENDIAN);
        if (header.capacity() < Envelope.HEADER + 5) {
            throw new IOException("the connection ended");
        }
        int length = header.getInt(0) - header.capacity();
        if (header.getInt(12) != Envelope.MESSAGE || length < 5 || length > LONGEST) {
            throw new IOException("an answer of another shape");
        }
        byte[] body = in.readNBytes(length);
        try (var reader = new Envelope.Part("", ByteBuffer.wrap(body)).reader()) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }

    String database() {
        return login.database();
    }

    boolean usable() {
        return !socket.isClosed();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // the server ended first: nothing is left to close
        }
    }
}
