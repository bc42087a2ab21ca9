package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.services.ServiceException;
import org.junit.jupiter.api.Test;

/// The exchange of RFC 7677, chapter 3.
class ScramTest {

    private static final String CHALLENGE =
            "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096";

    private final Scram scram = new Scram("user", "pencil", "rOprNGfwEbeRWgbNEkqO");

    @Test
    void theExampleOfTheStandardIsMet() {
        assertEquals("n=user,r=rOprNGfwEbeRWgbNEkqO", scram.first());
        var proof = scram.answer(CHALLENGE);
        assertEquals(
                "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                        + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                proof.message());
        assertEquals("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=", proof.server());
    }

    @Test
    void aChallengeToAnotherIsRefused() {
        String other = CHALLENGE.replace("rOpr", "xxxx");
        assertThrows(ServiceException.class, () -> scram.answer(other));
    }

    @Test
    void aChallengeWithTooFewRoundsIsRefused() {
        String weak = CHALLENGE.replace("i=4096", "i=1");
        assertThrows(ServiceException.class, () -> scram.answer(weak));
    }
}
