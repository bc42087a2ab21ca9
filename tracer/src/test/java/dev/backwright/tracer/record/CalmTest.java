package dev.backwright.tracer.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CalmTest {

    @Test
    void countingIsCalm() {
        assertEquals(new Calm(true, true), Calm.of("sum += i % 2"));
        assertEquals(new Calm(true, true), Calm.of("newest = office < 3"));
    }

    @Test
    void writingToAnObjectQueuesNothing() {
        assertEquals(new Calm(true, false), Calm.of("list[i] = o.n"));
    }

    @Test
    void whateverMayCallIsNotCalm() {
        for (var text :
                new String[] {
                    "f()", "tag`x`", "await p", "new A", "for (const x of y) z", "delete o.x"
                }) {
            assertEquals(Calm.NOT_AT_ALL, Calm.of(text), text);
        }
    }
}
