package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.ServiceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoLoginTest {

    @Test
    void anAddressIsTakenApart() {
        var login =
                MongoLogin.parse("mongodb://ad%40min:p%2Fw+d@db.example:27018/?authSource=users");
        assertEquals(
                new MongoLogin("db.example", 27018, "admin", "ad@min", "p/w+d", "users"), login);
        assertEquals("admin", MongoLogin.parse("mongodb://a:b@h").source());
        assertEquals(27017, MongoLogin.parse("mongodb://a:b@h").port());
    }

    @Test
    void theProgramsAddressNamesTheWireAndNoOtherMember() {
        var login = MongoLogin.parse("mongodb://admin:x@db.example").as("lab_1", "s/3", "lab_1");
        assertEquals(
                "mongodb://lab_1:s%2F3@127.0.0.1:4000/lab_1?directConnection=true",
                login.url("127.0.0.1", 4000));
        assertFalse(login.toString().contains("s/3"), login.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb+srv://admin:secret@db.example",
                "mongodb://admin:secret@one:27017,two:27017/?replicaSet=rs",
                "mongodb://admin:secret@db.example/?tls=true",
                "http://admin:secret@db.example",
                "mongodb://admin:secret@ db.example"
            })
    void whatIsNoSingleServerIsRefusedWithoutThePassword(String url) {
        var refused = assertThrows(ServiceException.class, () -> MongoLogin.parse(url));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith("backwright.mongo.url"), message);
        assertFalse(message.contains("secret"), message);
    }
}
