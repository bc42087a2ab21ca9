package dev.backwright.tracer.node;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What V8 calls a function in a stack: its name, or if it has none, where it was assigned.
final class Names {

    private static final Pattern ASSIGNED =
            Pattern.compile("(?:^|[^\\w$.])([\\w$]+(?:\\.[\\w$]+)+)\\s*=\\s*(?:async\\s+)?$");
    private static final int LOOK_BACK = 200;

    private Names() {}

    static String of(JSFunctionObject function) {
        var property = JSObject.getOwnProperty(function, Strings.fromJavaString("name"));
        String name =
                property != null && property.hasValue() && Strings.isTString(property.getValue())
                        ? Values.text(property.getValue())
                        : "";
        return name.isEmpty() && !JSFunction.getFunctionData(function).isBuiltin()
                ? assigned(function)
                : name;
    }

    /// `a.prototype.b = function` is `a.b`, `this.b = function` is `b`.
    private static String assigned(JSFunctionObject function) {
        SourceSection section =
                ((RootCallTarget) JSFunction.getCallTarget(function))
                        .getRootNode()
                        .getSourceSection();
        if (section == null || !section.isAvailable()) {
            return "";
        }
        String all = section.getSource().getCharacters().toString();
        int end = Math.clamp(section.getCharIndex(), 0, all.length());
        Matcher target = ASSIGNED.matcher(all.substring(Math.max(0, end - LOOK_BACK), end));
        return target.find()
                ? target.group(1).replace(".prototype.", ".").replaceFirst("^this\\.", "")
                : "";
    }
}
