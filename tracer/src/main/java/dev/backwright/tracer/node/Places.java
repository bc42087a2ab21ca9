package dev.backwright.tracer.node;

import com.oracle.truffle.js.runtime.GraalJSException.JSStackTraceElement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in an expression V8 says that a call or an access happens: GraalJS mostly says where the expression begins.
final class Places {

    private static final Pattern AWAIT = Pattern.compile("\\bawait\\s+(?:\\(\\s*)?[\\w$.]*$");
    private static final Pattern MEMBER =
            Pattern.compile("(?s)^[\\w$.?\\[\\]'\"()\\s]*?[.]\\s*(#?[\\w$]+)$");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?s)^[\\w$.\\[\\]'\"#]+\\s*([+\\-*/%&|^?]*=)[^=]");

    private static final Pattern PRIVATE_CALL = Pattern.compile("^[\\w$.]+\\.(#[\\w$]+)\\(");

    private Places() {}

    static String of(JSStackTraceElement call) {
        String file = call.isEval() ? "<anonymous>" : Values.text(call.getFileName());
        String origin = call.isEval() ? Values.text(call.getEvalOrigin()) : "";
        String place = file + ":" + call.getLineNumber() + ":" + column(call);
        return origin.isEmpty() ? place : origin + ", " + place;
    }

    static int column(JSStackTraceElement call) {
        return call.getColumnNumber() + shift(call);
    }

    private static int shift(JSStackTraceElement call) {
        String line = Values.text(call.getLine());
        int at = Math.clamp(call.getColumnNumber() - 1, 0, line.length());
        if (call.isAsync()) {
            Matcher await = AWAIT.matcher(line.substring(0, at));
            return await.find() ? await.start() - at : 0;
        }
        int length = Math.clamp(call.getCharLength(), 0, line.length() - at);
        return within(line.substring(at, at + length));
    }

    /// How far behind the beginning of an expression V8 sees it happen.
    private static int within(String expression) {
        Matcher privateCall = PRIVATE_CALL.matcher(expression);
        if (privateCall.lookingAt()) {
            return privateCall.end(1);
        }
        Matcher member = MEMBER.matcher(expression);
        if (member.matches()) {
            return member.start(1);
        }
        Matcher assignment = ASSIGNMENT.matcher(expression);
        if (assignment.lookingAt()) {
            return assignment.start(1);
        }
        if (expression.startsWith("(")) {
            int end = Expressions.closing(expression, 0) + 1;
            return end < expression.length() && expression.charAt(end) == '(' ? end : 0;
        }
        int template = expression.indexOf('`');
        return template > 0 && expression.substring(0, template).matches("[\\w$.]+") ? template : 0;
    }
}
