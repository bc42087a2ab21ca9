package apis.jwt;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// Private keys that the server does not have: of the key it still accepts, and of one it no longer does.
final class Keys {

    private static final String PREVIOUS =
            """
            -----BEGIN PRIVATE KEY-----
            MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQCkMZWZf8uLFYqS
            sTPvaRFJ/mqchmK1UpZxS4WjO2zWwQa/Id2vLSeO08RVGuRUUZyFFvEHo/K78Rbw
            aEys+EpE9fQpJCKZ0ZV97HxbA3FUF2d0V7YKy6hPEdtj03g1OBNqsx8F6QkZYovL
            dD9k0uBf5L13MB8P1UJMrOek5jIi/9eU5W3jArDOaGKaZKhct0rsICIm5gDlRup4
            CZabr9EFUlUMzREApcQIA7cUWSKm5fEzo1oJorXZ7OHA8I+ctGOafUc9MFPTsJGL
            zwjOfXJBrTBqnK35fKuUubgq4hMa2Ueek8g7CtZ4J+bJQWYH+Vb8X+ae/2/C+cm3
            pN5XBtn3AgMBAAECggEAMwpY400XJGavW3drWhZyseo9EOgzggMo0hI0ejAMXtvF
            MaAg7gYe4GbTBtOju9Rc0AB4L7RWzfadd2EsyK4sRDCi1DEv8ln02x6q743r6kSW
            O9PSOpvhd6bo6KjBmuWSH56L28X7tqDsLPQ3iquE5TpRbV4Podfc0sIDBj8qwbb/
            fPSFZxtBVX6SLz1wVgCLPtLPUM6mzuGZoriJCNqQzmm7Pvh0yHjBhZGMKUVphGgb
            k6b7Af9d59poVO2i8IvYSvuf87J5PqXP98Fu0xkZXinu2dwRdf4xaZ92KZQk9g3c
            rdmV+Hmu0wElwzOcX9VvnvFi8E8Fwrp6DHAZGnLzpQKBgQDauxcnquGS1PDQ55e4
            22TnMJcpJazV3efmZZt2c0ZZUehY357P+spUiwtw5lfWcr91VfHGq15es0zqoOhG
            Ivlla5J4SWrOJCl2qyew6ocN5I/xPWtS5Jr8AUfHfwN/ToYdfA2QyeDjA9c94PcH
            lXCB3S/Wds7VMysDwF9dx3R+WwKBgQDAK53HG1BKWrQigswJQOkFWe8+ydIGdiDw
            mnEk/0UP3luR5bjIwuLrKh8gDPMLU/QE6DXssy09N9+91SvLNeCBGpfCw/ce63Kj
            ztYefSFBRR2i2jIWPPpFt2KjMghG55BVLuRjW/tlidDXf2D/0FkZ7aJAYFw07nBf
            1LNg4AsdlQKBgQDA72ZtRv3SVqJUovPhyyQmCWZMlT7vJt33DIkk4mmbP/SC8D1V
            lxIBoORmoce5EV5wUW8CnwaO4flmvKgltZPnMgvwrlHXo24vjqlkFHssdf/B+zs/
            0wYiY7686fxbvxftyg7tOCV2GV0y58z+k4K6CjC4K/QlewzmMjnsrpLDIQKBgQCG
            NW/pgC/g3dv0RjjNNaIH9LlbtoORs6ppntLqLcVDwd1d1Xvp6gGkjzRRo/mRrb48
            NxiCCNjNalo+L8R4FVaHk9TtVwMdev4DXQ65GFbDSMvb0lssoMWBLwQaSXTyYAKz
            Gx6yLakzTr6l4fYScqXnr8ijASkkZmng46GrRI0+yQKBgFRzwZ0RM/dF/bXOBhO6
            +mxbzjgaiU2IMwsxkNddvSqLyr3TTPDOWeGmSO6Gx0XZn1hCd0Xw4eoD4kFLZOTF
            VIryiQIUXt/mX78yo97MvUFq2+R+K0VMP8UW0NO+g/XN2SQms6r8UxI4tXSQ9tab
            JywyZahOZbbAYOAO6NxLH701
            -----END PRIVATE KEY-----
            """;

    private static final String RETIRED =
            """
            -----BEGIN PRIVATE KEY-----
            MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQCVRDcS/CPDfuQV
            BJxB0As81C0hsa/YNzdlRoKo/GbNb6oJn5JrejWYaFg8JmJrrAQGxD89rLTSvseU
            SVpl8ukKgsUsfjGIHXiJJ+fBsXj1j+6c9NYVDpDgl3Y9+chBp5ejCt2djQ6Zg/ab
            eE7RJ9Lvh+PT/Tv9lSMFfnmagdcRm2If7nwfFYofek5QM5XmJ01kuuA3ic6GeCkn
            oibb9R5LuqN5XpUU2SepIsXyStg7kToNMAwkV7fiFKdhmohf3TMMvOnWe0+U1uDC
            XP907cqT+2k512Q8jpRirkOEBG+is5/25zIifijRZqJ+jA5EvWGhr6VDUQyi+VUe
            fSczPk1BAgMBAAECggEAEtHZ+8vMmo56JWhCZ03azN2XnyLvH9y+YEeGm9XPBGHq
            13HGHUT4UvH9BgB08kxq6Yt+ycDnv5aMRVcGTcpVtZyNTbHPfvDwTKK6ZsKAlL2E
            AUghYeBHRfnyz5eZtyVxSf5JuN6bE6H+ytVdYqOZxdelUwofsTZHhx7OKDvsqOx0
            FbhJCVl1GWDv6EYggjx8QhXBVDCboEv3TlDJgggHT0Xjg5/pzvjx0yYBUdlP+XXp
            +Dvf0uxYm+HnI9AxUQSaPXriKrASY0bUtuqCca01KfNFWE0dV5nWFwVc+hA3sfgj
            xXgEdCzt2B4ZbcN91+6OrHFnm6bmpCtBrVfWljgdnQKBgQDNN+THtE3leBVDjOej
            pZ6RttmnCslsbABo0HPhDRQoZi+9sKxuxph0rUm947TW8YU97xK/aGmsgwMIRdDm
            Um49iPc7hZQnrc2CRDY8IUW+R9vfaKw6tvFR1W5E2IQWby4N7/Tz3hVuVAKhy3cY
            /5h8HJTAwmXYi3PbFtVixNOEDwKBgQC6M+ZspPKhr0s5wVgBPGH9rt7q+q/3/qi2
            4em3VHRMQ4DV0AZ3wnDhs3MGoufdFDRXIvu+uKP7cJanwtxHpFjEr3PG3dx+8xzT
            ZM03ITq4JZGaX9rmdLFgZC97U4IHZ4OInvKt6yO7avVZ1mc54Ya3ougksgolGDy0
            uKL3pFWJrwKBgQCYoXSnz4OMIub1ycvS2/B3Ad8ZrR0oZZ9cVYWKIbcXYQEq/UcS
            UOS9CtFoyP4MS6/E45Y3BEpsQzizI3H+i9pwK/ltrKkHZe4Ob/tCd6CuqDVxESHf
            vYb4TVxpGfwLz38aYJj38/pOh285tOGMlzVrQbqlLzCegQGXNoFYp3mFowKBgQCC
            7uPlGcgTsbPwFOjRVaiCPmk6SrVaaZQxpYI3DAgLaJw7vWAO7od57jnAPOVWLFLx
            wwPLBQMqV+1YYkmLhyF0jPuYp4HZMxLeA0/aqF8mBiTwrN68lunzof9RdVNF6aAw
            fbSgX2xs6bVFSuKjbNbSYpdi1l8T3osxeXP/N2t+uQKBgQCKL3Ss+j3IIb4WGZkQ
            mhwA4OwHpfvkGz/H2DmZ7CY0gXGnNvCju0dYbbpqeHlwWMnrIYNZG9MfHPP0SMuC
            eC84rBCeu2cNBYMA5smh2UGy6CLaT0nRpajNRc4HYVqJVvqdd6PNNjtEw2aDUxrX
            jVUIFLsVW53bCJOwqyjGn3xYJg==
            -----END PRIVATE KEY-----
            """;

    private Keys() {}

    static PrivateKey previous() {
        return read(PREVIOUS);
    }

    static PrivateKey retired() {
        return read(RETIRED);
    }

    /// Reads a private key as `openssl genpkey` writes it.
    static PrivateKey read(String pem) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this is no private key: " + e, e);
        }
    }

    /// What a PEM file holds.
    static byte[] bytes(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
