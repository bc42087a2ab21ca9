package dev.backwright.tracer.node;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.js.runtime.Errors;
import com.oracle.truffle.js.runtime.GraalJSException;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Undefined;

/// Errors that nobody caught: offered to the program's handlers, and if there are none, reported as Node reports them.
final class Failures {

    private final Output output;
    private Object process = Undefined.instance;
    private Object report = Undefined.instance;
    private Object exitCodeOf = Undefined.instance;

    Failures(Output output) {
        this.output = output;
    }

    void define(Host host) {
        host.effect("setFailureReport", 3, this::setReport);
        host.effect("triggerUncaughtException", 2, this::trigger);
        host.define(
                "exit",
                1,
                call -> {
                    throw new ProcessExit(call.integer(0, 0), Ending.By.EXIT);
                });
    }

    private void setReport(Host.Arguments call) {
        process = call.at(0);
        exitCodeOf = call.at(2);
        report = call.at(1);
    }

    private void trigger(Host.Arguments call) {
        uncaught(call.at(0), call.truthy(1));
    }

    void uncaught(Throwable failure) {
        uncaught(thrownBy(failure), false);
    }

    private void uncaught(Object error, boolean fromPromise) {
        Object handled;
        try {
            handled = Values.invoke(process, "_fatalException", error, fromPromise);
        } catch (AbstractTruffleException | StackOverflowError failureOfTheHandler) {
            print(thrownBy(failureOfTheHandler), false);
            throw new ProcessExit(7, Ending.By.UNCAUGHT);
        }
        if (!Values.truthy(handled)) {
            print(error, fromPromise);
            throw new ProcessExit(
                    Values.integer(Values.call(exitCodeOf, Undefined.instance, 1), 1),
                    Ending.By.UNCAUGHT);
        }
    }

    private void print(Object error, boolean fromPromise) {
        output.print(2, Values.text(Values.call(report, Undefined.instance, error, fromPromise)));
    }

    /// What a program would have caught.
    static Object thrownBy(Throwable failure) {
        V8Texts.correct(failure);
        return switch (failure) {
            case GraalJSException thrown -> thrown.getErrorObject();
            case StackOverflowError tooDeep ->
                    (JSObject)
                            Errors.createRangeError("Maximum call stack size exceeded")
                                    .getErrorObject();
            default -> Errors.createError(String.valueOf(failure.getMessage())).getErrorObject();
        };
    }
}
