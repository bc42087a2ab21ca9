package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;

/// Sources become functions: Node's modules and ours, and the program's own CommonJS files.
final class Scripts {

    private static final String TAIL = "\n})";

    private final JSRealm realm;

    private Scripts(JSRealm realm) {
        this.realm = realm;
    }

    static void define(Host host) {
        var scripts = new Scripts(host.realm());
        host.define("compileModule", 1, call -> scripts.evaluate(Library.module(call.text(0))));
        host.define("compilePiece", 1, call -> scripts.evaluate(Library.piece(call.text(0))));
        host.define(
                "compileFunction",
                3,
                call -> scripts.compile(call.text(0), call.text(1), call.text(2)));
        host.define("runScript", 2, call -> scripts.run(call.text(0), call.text(1)));
    }

    private Object evaluate(Source source) {
        return realm.getEnv().parseInternal(source).call();
    }

    /// A function around a text, as CommonJS wraps its files: the wrapper is no part of the source, so that lines and columns are the file's.
    private Object compile(String text, String path, String parameters) {
        String head = "(function (" + parameters + ") {";
        var context = realm.getContext();
        try {
            return context.getEvaluator()
                    .parseScript(context, source(text, path), head, TAIL, false)
                    .run(realm);
        } catch (JSException | IllegalArgumentException wrong) {
            // the latter where the wrong place lies behind the text's end
            explain(head + text, path);
            throw wrong;
        }
    }

    /// With a wrapper apart the parser's errors say a wrong place; parsed in one piece they do not. Throws that error.
    private void explain(String untilTail, String path) {
        var context = realm.getContext();
        try {
            context.getEvaluator().parseScript(context, source(untilTail + TAIL, path));
        } catch (JSException wrong) {
            V8Texts.correct(wrong);
            if (isAfter(untilTail.length(), wrong)) {
                V8Texts.endOfInput(wrong);
            }
            throw wrong;
        }
    }

    private static boolean isAfter(int end, JSException wrong) {
        var section = Origins.section(wrong);
        return section != null && section.getCharIndex() >= end;
    }

    private Object run(String text, String path) {
        var context = realm.getContext();
        return context.getEvaluator().parseScript(context, source(text, path)).run(realm);
    }

    /// Named by its path, or by its URL if it is a module: as Node's stack lines have it.
    static Source source(String text, String name) {
        return Source.newBuilder("js", text, name).build();
    }
}
