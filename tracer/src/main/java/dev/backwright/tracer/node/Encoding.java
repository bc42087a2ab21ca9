package dev.backwright.tracer.node;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// How Node's buffers turn text into bytes and back.
enum Encoding {
    UTF8 {
        @Override
        byte[] encode(String text) {
            return wellFormed(text).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        String decode(View view) {
            return new String(view.array(), view.offset(), view.length(), StandardCharsets.UTF_8);
        }

        /// Never half a character.
        @Override
        int whole(byte[] bytes, int length) {
            int whole = length;
            while (whole > 0 && whole < bytes.length && (bytes[whole] & 0xC0) == 0x80) {
                whole--;
            }
            return whole;
        }
    },
    LATIN1 {
        @Override
        byte[] encode(String text) {
            byte[] bytes = new byte[text.length()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) text.charAt(i);
            }
            return bytes;
        }

        @Override
        String decode(View view) {
            return new String(
                    view.array(), view.offset(), view.length(), StandardCharsets.ISO_8859_1);
        }
    },
    ASCII {
        @Override
        byte[] encode(String text) {
            return LATIN1.encode(text);
        }

        @Override
        String decode(View view) {
            byte[] bytes = view.copy();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 0x7F;
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    },
    UCS2 {
        @Override
        byte[] encode(String text) {
            byte[] bytes = new byte[text.length() * 2];
            for (int i = 0; i < text.length(); i++) {
                bytes[2 * i] = (byte) text.charAt(i);
                bytes[2 * i + 1] = (byte) (text.charAt(i) >> 8);
            }
            return bytes;
        }

        @Override
        String decode(View view) {
            var text = new StringBuilder(view.length() / 2);
            for (int i = view.offset(); i + 1 < view.offset() + view.length(); i += 2) {
                int low = view.array()[i] & 0xFF;
                int high = view.array()[i + 1] & 0xFF;
                text.append((char) (low | (high << 8)));
            }
            return text.toString();
        }

        @Override
        int whole(byte[] bytes, int length) {
            return length & ~1;
        }
    },
    HEX {
        /// Up to the first pair that is none.
        @Override
        byte[] encode(String text) {
            int pairs = 0;
            while (2 * pairs + 1 < text.length()
                    && HexFormat.isHexDigit(text.charAt(2 * pairs))
                    && HexFormat.isHexDigit(text.charAt(2 * pairs + 1))) {
                pairs++;
            }
            return HexFormat.of().parseHex(text, 0, 2 * pairs);
        }

        @Override
        String decode(View view) {
            return HexFormat.of().formatHex(view.copy());
        }
    },
    BASE64 {
        /// Takes both alphabets, skips what is in neither, ends at a `=`.
        @Override
        byte[] encode(String text) {
            int end = text.indexOf('=');
            var kept = new StringBuilder(text.length());
            (end < 0 ? text : text.substring(0, end))
                    .chars()
                    .map(c -> c == '-' ? '+' : c == '_' ? '/' : c)
                    .filter(c -> c == '+' || c == '/' || (c < 128 && Character.isLetterOrDigit(c)))
                    .forEach(c -> kept.append((char) c));
            if (kept.length() % 4 == 1) {
                kept.setLength(kept.length() - 1);
            }
            return Base64.getDecoder().decode(kept.toString());
        }

        @Override
        String decode(View view) {
            return Base64.getEncoder().encodeToString(view.copy());
        }
    },
    BASE64URL {
        @Override
        byte[] encode(String text) {
            return BASE64.encode(text);
        }

        @Override
        String decode(View view) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(view.copy());
        }
    };

    abstract byte[] encode(String text);

    abstract String decode(View view);

    /// Of `length` bytes that fit, how many may be written.
    int whole(byte[] bytes, int length) {
        return length;
    }

    /// How many bytes of the text were written.
    int write(String text, View into, int at, int most) {
        byte[] bytes = encode(text);
        int fits = Math.clamp((long) most, 0, Math.max(0, into.length() - at));
        int length = whole(bytes, Math.min(fits, bytes.length));
        System.arraycopy(bytes, 0, into.array(), into.offset() + at, length);
        return length;
    }

    /// The prefix of this encoding's functions in the binding: `base64url`.
    String prefix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Encoding named(String name) {
        return Arrays.stream(values())
                .filter(encoding -> encoding.prefix().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no encoding " + name));
    }

    /// Half a surrogate pair is U+FFFD.
    private static String wellFormed(String text) {
        var fixed = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed.toString();
    }
}
