package javascript.classes;

import dev.backwright.checks.Value;
import java.util.List;

/// The errors of a bank, made by other code.
record Errors(Bank bank, Value accountError, Value insufficientFunds) {

    static Errors of(Bank bank) {
        return new Errors(bank, bank.type("AccountError"), bank.type("InsufficientFunds"));
    }

    Value closed() {
        return accountError.construct("It is closed.").as("closed");
    }

    /// Seven cents are missing.
    Value tooShort() {
        return insufficientFunds.construct(7).as("short");
    }

    void isJustAnAccountError(Value error) {
        Value base = bank.program().value("Error");
        bank.is(error, base, "Error", "An AccountError is an Error");
        bank.is(error, accountError, "AccountError", "An AccountError is one");
        bank.isNot(
                error,
                insufficientFunds,
                "InsufficientFunds",
                "Not every AccountError is an InsufficientFunds");
    }

    void isInsufficientFunds(Value error) {
        bank.is(error, accountError, "AccountError", "An InsufficientFunds is an AccountError");
        bank.is(error, insufficientFunds, "InsufficientFunds", "An InsufficientFunds is one");
    }

    /// One of each, with these options.
    List<Value> both(Value options) {
        return List.of(
                accountError.construct("It is closed.", options).as("closed"),
                insufficientFunds.construct(7, options).as("short"));
    }
}
