package dev.backwright.services.oidc;

import dev.backwright.services.ServiceException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// RSA keys, made when first needed and used again by later providers: nobody but them ever has the private half.
/// Safe for many threads.
public final class KeyStock {

    private static final int BITS = 2048;

    private final List<KeyPair> made = new ArrayList<>();
    private final Object stage = new Object();
    private boolean rehearsed;

    /// Key number `i`, from 0.
    synchronized KeyPair get(int i) {
        while (made.size() <= i) {
            made.add(generated());
        }
        return made.get(i);
    }

    /// Does this, the first time; others wait for its end. It may ask for keys.
    void once(Runnable rehearsal) {
        synchronized (stage) {
            if (!rehearsed) {
                rehearsed = true;
                rehearsal.run();
            }
        }
    }

    private static KeyPair generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new ServiceException("This Java cannot make RSA keys", e);
        }
    }
}
