package javascript.classes;

import dev.backwright.checks.Js;
import dev.backwright.checks.Value;

/// An account in the learner's program, with the name that it has in the evidence.
record Account(Bank bank, String name, Value it) {

    void holds(int cents, String why) {
        it.get("balance").because(why).is(cents);
    }

    void belongsTo(String owner, String why) {
        it.get("owner").because(why).is(owner);
    }

    void bears(int rate, String why) {
        it.get("rate").as(name + ".rate").because(why).is(rate);
    }

    void deposits(int cents) {
        it.invoke("deposit", cents).because("`deposit` returns the account").isSameAs(it);
    }

    void withdraws(int cents) {
        withdraws(cents, "`withdraw` returns the account");
    }

    void withdraws(int cents, String why) {
        it.invoke("withdraw", cents).because(why).isSameAs(it);
    }

    void withdrawsTimes(int times, int cents) {
        for (int i = 0; i < times; i++) {
            it.invoke("withdraw", cents);
        }
    }

    /// What a withdrawal throws.
    Value refuses(int cents, String why) {
        return bank.thrown(it, "withdraw", cents, why);
    }

    /// What a withdrawal of more than there is throws.
    Value refusesMoreThanThereIs(int cents) {
        String why = "More than there is cannot be withdrawn";
        Value refused = refuses(cents, why).as("refused");
        bank.is(refused, "InsufficientFunds", why);
        return refused;
    }

    void assignOwner(String owner) {
        setOwner().call(it, owner);
    }

    /// Holds when its owner stays, whatever else is assigned.
    void refusesWhatIsNoOwner() {
        String before = it.get("owner").text();
        Value noText = bank.program().value("({ trim: () => 'Ann', toString: () => 'Ann' })");
        for (Object wrong : new Object[] {"", "   ", "\t\n", 5, null, Js.UNDEFINED, noText}) {
            Value error = setOwner().thrownBy(it, wrong).as("what it threw");
            bank.isAccountError(error, "This is no owner");
            belongsTo(before, "An owner that was refused changes nothing");
        }
    }

    private Value setOwner() {
        return bank.program()
                .value("(account, owner) => { account.owner = owner; }")
                .as("setOwner");
    }
}
