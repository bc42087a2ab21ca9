package javascript.classes;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// Accounts that were written as JSON, and come back from it.
record Archive(Bank bank, Value account, Value savings, Value stringify) {

    static Archive of(Bank bank) {
        Program program = bank.program();
        return new Archive(
                bank,
                bank.type("Account"),
                bank.type("SavingsAccount"),
                program.value("JSON.stringify").as("JSON.stringify"));
    }

    void givesAnAccount() {
        Account again = read("annAgain", account, "{ \"owner\": \"Ann\", \"balance\": 0 }");
        bank.is(again.it(), account, "Account", "`Account.parse` makes an account");
        bank.isNot(
                again.it(), savings, "SavingsAccount", "`Account.parse` makes no savings account");
        again.it().get("owner").is("Ann");
        again.holds(0, "The balance comes from the text");
    }

    /// Ben's savings, of so many cents.
    void givesSavings(Account ben, int cents) {
        Account again = read("benAgain", savings, stringify.call(ben.it()));
        bank.is(
                again.it(),
                savings,
                "SavingsAccount",
                "`SavingsAccount.parse` makes a savings account");
        again.it().isNotSameAs(ben.it());
        again.it().get("owner").is("Ben");
        again.holds(cents, "The balance comes from the text");
        again.bears(3, "The rate comes from the text");
        again.it().invoke("deposit", 1);
        again.holds(cents + 1, "It is an account like any other");
        ben.holds(cents, "The account whose text it was is another one");
    }

    void givesAccountsOfDerivedClasses(Account ben) {
        Value junior =
                bank.program().value("(C) => class Junior extends C {}").call(savings).as("Junior");
        bank.is(
                read("juniorBen", junior, stringify.call(ben.it())).it(),
                junior,
                "Junior",
                "`parse` makes an account of the class on which it is called, also of one derived by others");
    }

    private Account read(String name, Value type, Object text) {
        return new Account(bank, name, type.invoke("parse", text).as(name));
    }
}
