package javascript.classes;

import dev.backwright.checks.Js;
import dev.backwright.checks.Value;
import java.util.List;

/// Two savings accounts: Ben's, at 3 % of 1050 cents, and Eve's, at 0 % of nothing.
record Savings(Bank bank, Account ben, Account eve) {

    static Savings in(Bank bank) {
        return new Savings(
                bank,
                bank.open("ben", "SavingsAccount", "{ owner: 'Ben', balance: 1050, rate: 3 }"),
                bank.open("eve", "SavingsAccount", "{ owner: 'Eve', rate: 0 }"));
    }

    void areAccounts() {
        bank.is(ben.it(), "Account", "A savings account is an account");
        ben.belongsTo("Ben", "The constructor hands `owner` on");
    }

    void keepTheirRate() {
        ben.bears(3, "The rate can be read");
        new Intruder(bank.program()).setsRate(ben);
        ben.bears(3, "The rate cannot be changed");
        eve.bears(0, "0 is a rate, too");
    }

    /// After that Ben has 1113 cents.
    void bearInterest() {
        ben.it()
                .invoke("addInterest")
                .because("`addInterest` returns the account")
                .isSameAs(ben.it());
        ben.holds(1081, "3 % of 1050 are 31.5, rounded down to 31");
        ben.it().invoke("addInterest");
        ben.holds(1113, "3 % of 1081 are 32.43: interest is on what there is by then");
        eve.it().invoke("addInterest");
        eve.holds(0, "0 % of nothing is nothing");
    }

    /// After that Ben has two cents less than after his first withdrawal.
    void allowThreeWithdrawals(int first) {
        ben.withdraws(first);
        ben.holds(1113 - first, "The first withdrawal takes what was asked");
        ben.refusesMoreThanThereIs(5000);
        for (int i = 0; i < 2; i++) {
            bank.errorOf(ben.it(), "withdraw", 1)
                    .because("Three withdrawals are allowed, and one that failed does not count")
                    .is(Js.UNDEFINED);
        }
        ben.holds(1111 - first, "Three withdrawals succeeded; the one that failed does not count");
    }

    void refuseTheFourth(int left) {
        for (int cents : List.of(1, 5000)) {
            String why = "After three withdrawals there is no fourth";
            Value error = ben.refuses(cents, why).as("refused");
            bank.isAccountError(error, why);
            bank.isNot(
                    error,
                    "InsufficientFunds",
                    "After three withdrawals the amount does not matter");
            ben.holds(left, "A withdrawal that is refused takes nothing");
        }
    }

    void limitNothingElse(int left) {
        ben.it().invoke("deposit", 9);
        ben.holds(left + 9, "Deposits are not limited");
        eve.it().invoke("deposit", 9).invoke("withdraw", 4);
        eve.holds(5, "Another account has used up its withdrawals, this one has not");

        Account ann = bank.open("ann", "Account", "{ owner: 'Ann', balance: 100 }");
        ann.withdrawsTimes(5, 10);
        ann.holds(50, "An account that is no savings account has no such limit");
    }
}
