package dev.backwright.tracer.node;

import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.NodeLibrary;
import com.oracle.truffle.js.runtime.JSErrorType;
import com.oracle.truffle.js.runtime.JSException;
import com.oracle.truffle.js.runtime.JSRealm;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Syntax errors of `eval(code)` and `new Function(code)`: GraalJS does not say where in the code they are, so it is parsed once more, with what V8 puts around it.
final class MadeOfText {

    private static final Pattern CALL =
            Pattern.compile(
                    "\\b(eval|Function)\\(\\s*(?:([\\w$]+)|'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*\\)");

    private MadeOfText() {}

    /// V8's message, if the code can be found.
    static Optional<String> corrected(
            JSException thrown, String statement, EventContext context, VirtualFrame frame) {
        Matcher call = CALL.matcher(statement);
        if (thrown.getErrorType() != JSErrorType.SyntaxError || !call.find()) {
            return Optional.empty();
        }
        boolean isFunction = call.group(1).equals("Function");
        return code(call, context, frame)
                .map(code -> isFunction ? "(function anonymous(\n) {\n" + code + "\n})" : code)
                .flatMap(MadeOfText::message);
    }

    private static Optional<String> code(Matcher call, EventContext context, VirtualFrame frame) {
        if (call.group(2) == null) {
            return Optional.of(call.group(3) == null ? call.group(4) : call.group(3));
        }
        try {
            Object scope =
                    NodeLibrary.getUncached()
                            .getScope(context.getInstrumentedNode(), frame.materialize(), true);
            InteropLibrary interop = InteropLibrary.getUncached();
            Object value = interop.readMember(scope, call.group(2));
            return interop.isString(value)
                    ? Optional.of(interop.asString(value))
                    : Optional.empty();
        } catch (InteropException noSuchVariable) {
            return Optional.empty();
        }
    }

    private static Optional<String> message(String code) {
        var context = JSRealm.get(null).getContext();
        try {
            context.getEvaluator().parseScript(context, Scripts.source(code, "<code>"));
            return Optional.empty();
        } catch (JSException wrong) {
            V8Texts.correct(wrong);
            return Optional.of(Values.text(Values.get(wrong.getErrorObject(), "message")));
        }
    }
}
