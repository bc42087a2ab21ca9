package javascript.classes;

import dev.backwright.checks.Check;
import dev.backwright.checks.Js;
import dev.backwright.checks.Program;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Value;
import java.util.List;
import java.util.Map;

/// Uses accounts as other code would, and tries what other code should not be able to do.
class ClassesChecks {

    @Check(
            id = "balance-is-moved",
            title = "`deposit` and `withdraw` move money, and no more than there is")
    void balanceIsMoved(Program program, Seed seed) {
        Bank bank = Bank.of(program);
        int start = seed.between(500, 900);
        Account ann = bank.open("ann", "Account", "{ owner: 'Ann', balance: " + start + " }");
        Account ben = bank.open("ben", "Account", "{ owner: 'Ben' }");

        ann.holds(start, "An account begins with the balance it was made with");
        ben.holds(0, "Without a `balance` an account begins with 0");
        ann.deposits(250);
        ann.holds(start + 250, "`deposit` adds");
        ann.withdraws(50);
        ann.holds(start + 200, "`withdraw` subtracts");
        ben.holds(0, "This was another account's money");
        ben.it().invoke("deposit", 1);
        ann.holds(start + 200, "Each account has a balance of its own");

        Value refused = ann.refusesMoreThanThereIs(start + 212);
        refused.get("missing").because("`missing` is by how many cents it was too much").is(12);
        refused.get("message")
                .because("The message contains the number of missing cents")
                .matches("\\b12\\b");
        ann.holds(start + 200, "A withdrawal that is refused takes nothing");
        ann.withdraws(start + 200, "All there is may be withdrawn");
        ann.holds(0, "All there was has been withdrawn");
        ann.refuses(1, "Nothing is left to be withdrawn")
                .get("missing")
                .because("Nothing is left, so 1 cent is missing")
                .is(1);
    }

    @Check(
            id = "balance-is-private",
            title = "nothing but `deposit` and `withdraw` changes a balance",
            needs = "balance-is-moved")
    void balanceIsPrivate(Program program, Seed seed) {
        Bank bank = Bank.of(program);
        Intruder intruder = new Intruder(program);
        int start = seed.between(500, 900);
        for (String kind : List.of("Account", "SavingsAccount")) {
            Account ann =
                    bank.open("ann", kind, "{ owner: 'Ann', balance: " + start + ", rate: 3 }");
            intruder.setsBalance(ann)
                    .because("Assigning to `balance` throws a TypeError")
                    .is("a TypeError");
            ann.holds(start, "Assigning to `balance` does not change it");
            intruder.setsAllProperties(ann);
            ann.holds(start, "No property that can be reached from outside holds the balance");
            ann.it().invoke("deposit", 1);
            ann.holds(start + 1, "After all that `deposit` still adds to what there was");
        }
    }

    @Check(id = "owner-is-checked", title = "an owner is checked, in the constructor and later")
    void ownerIsChecked(Program program) {
        Bank bank = Bank.of(program);
        Account ann = bank.open("ann", "Account", "{ owner: '  Ann Lee ' }");
        ann.belongsTo(
                "Ann Lee",
                "The owner is kept without the white space around it, also by the constructor");
        Account ben = bank.open("ben", "SavingsAccount", "{ owner: ' Ben', rate: 3 }");
        ben.belongsTo("Ben", "For a savings account the same holds");

        ann.assignOwner(" \tEve\n");
        ann.belongsTo(
                "Eve", "An owner can be assigned, and is kept without the white space around it");
        ben.belongsTo("Ben", "Another account got a new owner, this one did not");
        for (Account account : List.of(ann, ben)) {
            account.refusesWhatIsNoOwner();
        }
        for (String kind : List.of("Account", "SavingsAccount")) {
            for (String wrong : List.of("' '", "undefined", "['Ann']")) {
                Value error =
                        program.value("(C) => new C({ owner: " + wrong + ", rate: 3 })")
                                .as("new" + kind + "OfOwner(" + wrong + ")")
                                .thrownBy(bank.type(kind))
                                .as("what it threw");
                bank.isAccountError(error, "The constructor refuses what is no owner");
            }
        }
    }

    @Check(
            id = "opened-is-counted",
            title = "`opened` counts the accounts of all classes",
            needs = "owner-is-checked")
    void openedIsCounted(Program program, Seed seed) {
        Bank bank = Bank.of(program);
        Intruder intruder = new Intruder(program);
        Value account = bank.type("Account");
        Value savings = bank.type("SavingsAccount");
        opened(account, 0, "None was made yet");
        opened(savings, 0, "None was made yet");
        int plain = seed.between(2, 4);
        for (int i = 0; i < plain; i++) {
            bank.made("Account", "{ owner: 'Ann' }");
        }
        opened(account, plain, plain + " accounts were made");
        bank.made("SavingsAccount", "{ owner: 'Ben', rate: 3 }");
        opened(account, plain + 1, "A savings account is an account, and counted once");
        opened(savings, plain + 1, "It is the number of `Account.opened`");
        intruder.failsToMakeOne(account);
        opened(account, plain + 1, "The constructor threw, so no account was made");
        intruder.makesOneOfADerivedClass(account);
        opened(account, plain + 2, "Accounts of classes derived by others count, too");
        for (Value each : List.of(savings, account)) {
            intruder.setsOpened(each);
            opened(savings, plain + 2, "Assigning to `opened` does not change it");
            opened(account, plain + 2, "Assigning to `opened` does not change it");
        }
        bank.made("Account", "{ owner: 'Ann' }");
        opened(savings, plain + 3, "After that, accounts are counted as before");
    }

    @Check(id = "real-accounts-are-known", title = "`isAccount` knows what a constructor has made")
    void realAccountsAreKnown(Program program) {
        Bank bank = Bank.of(program);
        Intruder intruder = new Intruder(program);
        Value account = bank.type("Account");
        Account ann = bank.open("ann", "Account", "{ owner: 'Ann' }");
        Account ben = bank.open("ben", "SavingsAccount", "{ owner: 'Ben', rate: 3 }");

        knows(account, ann, "An account is one");
        knows(account, ben, "A savings account is an account");
        rejects(
                account,
                intruder.takesOnlyThePrototype(account),
                "No constructor has made this; it only has the prototype");
        rejects(
                account,
                intruder.looksLikeAnAccount(),
                "No constructor has made this; it only looks alike");
        rejects(account, account, "The class itself is no account");
        for (Object wrong : new Object[] {null, Js.UNDEFINED, 5, "Ann", true}) {
            rejects(account, wrong, "A value that is no object is no account");
        }
        intruder.takesThePrototypeAway(ben);
        knows(account, ben, "A constructor made it, and its prototype was taken away since");
        program.value("(C, ...values) => values.filter(C.isAccount).length")
                .as("countByFilter")
                .call(account, ann.it(), 7, program.value("({})"), ben.it())
                .because(
                        "`isAccount` works when it is handed to `filter`: two of these are accounts")
                .is(2);
    }

    @Check(
            id = "savings-accounts-extend-accounts",
            title = "a savings account bears interest and allows three withdrawals",
            needs = "balance-is-moved")
    void savingsAccountsExtendAccounts(Program program, Seed seed) {
        Savings savings = Savings.in(Bank.of(program));
        savings.areAccounts();
        savings.keepTheirRate();
        savings.bearInterest();
        int first = seed.between(10, 90);
        int left = 1111 - first;
        savings.allowThreeWithdrawals(first);
        savings.refuseTheFourth(left);
        savings.limitNothingElse(left);
    }

    @Check(
            id = "json-and-back",
            title = "accounts turn into JSON and back",
            needs = "balance-is-moved")
    void jsonAndBack(Program program, Seed seed) {
        Bank bank = Bank.of(program);
        int cents = seed.between(500, 900);
        String data = "{ owner: 'Ben', balance: " + cents + ", rate: 3 }";
        Account ann = bank.open("ann", "Account", "{ owner: 'Ann', balance: 0 }");
        Account ben = bank.open("ben", "SavingsAccount", data);
        Value throughJson =
                program.value("(account) => JSON.parse(JSON.stringify(account))").as("throughJson");
        throughJson
                .call(ann.it())
                .because("`JSON.stringify` of an account has `owner` and `balance`")
                .is(Map.of("owner", "Ann", "balance", 0));
        ben.it().invoke("deposit", 7);
        throughJson
                .call(ben.it())
                .because(
                        "`JSON.stringify` of a savings account has `owner`, `balance` and `rate`, as they are by then")
                .is(Map.of("owner", "Ben", "balance", cents + 7, "rate", 3));

        Archive archive = Archive.of(bank);
        archive.givesAnAccount();
        archive.givesSavings(ben, cents + 7);
        archive.givesAccountsOfDerivedClasses(ben);
    }

    @Check(
            id = "parse-tells-why",
            title = "`parse` fails with an error that keeps its cause",
            needs = {"json-and-back", "owner-is-checked"})
    void parseTellsWhy(Program program) {
        Bank bank = Bank.of(program);
        Value account = bank.type("Account");
        for (String kind : List.of("Account", "SavingsAccount")) {
            Value noJson =
                    unread(bank, bank.type(kind), "{ owner", "noJson", "This text is no JSON");
            bank.is(
                    noJson.get("cause").as("noJson.cause"),
                    program.value("SyntaxError"),
                    "SyntaxError",
                    "The `cause` is what `JSON.parse` threw");
        }
        Value noOwner =
                unread(
                        bank,
                        account,
                        "{ \"owner\": \" \", \"balance\": 5 }",
                        "noOwner",
                        "No account can be made of this text");
        bank.isAccountError(
                noOwner.get("cause").as("noOwner.cause"),
                "The `cause` is what the constructor threw");
        Value picky = new Intruder(program).derivesAPickyClass(account);
        unread(
                        bank,
                        picky,
                        "{ \"owner\": \"Ann\", \"balance\": 5 }",
                        "refused",
                        "The constructor of this class throws")
                .get("cause")
                .as("refused.cause")
                .because("The `cause` is the very error that the constructor threw")
                .isSameAs(picky.get("error"));
    }

    @Check(
            id = "errors-are-told-apart",
            title = "the errors have their class, their name and the cause they were given")
    void errorsAreToldApart(Program program) {
        Bank bank = Bank.of(program);
        Errors errors = Errors.of(bank);
        Value cause = program.value("new Error('behind it')").as("cause");

        Value closed = errors.closed();
        errors.isJustAnAccountError(closed);
        closed.get("message").because("The message is the one it was given").is("It is closed.");
        closed.get("name").because("`name` is the name of the class").is("AccountError");
        Value tooShort = errors.tooShort();
        errors.isInsufficientFunds(tooShort);
        tooShort.get("message")
                .because("The message contains the number of missing cents")
                .matches("\\b7\\b");
        tooShort.get("missing").because("`missing` is what it was given").is(7);
        tooShort.get("name").because("`name` is the name of the class").is("InsufficientFunds");

        Causes causes = Causes.in(program);
        causes.isWithout(closed);
        causes.isWithout(tooShort);
        Value options = program.value("(cause) => ({ cause })").call(cause).as("{ cause }");
        errors.both(options).forEach(error -> causes.keeps(error, cause));
        Value empty = program.value("({})");
        Value nothing = program.value("({ cause: null })");
        errors.both(empty).forEach(causes::isWithout);
        errors.both(nothing).forEach(causes::keepsNull);
    }

    private static void opened(Value type, int expected, String why) {
        type.get("opened").because(why).is(expected);
    }

    private static void knows(Value type, Account account, String why) {
        type.invoke("isAccount", account.it()).because(why).is(true);
    }

    private static void rejects(Value type, Object value, String why) {
        type.invoke("isAccount", value).because(why).is(false);
    }

    /// The error with which a text is not read.
    private static Value unread(Bank bank, Value type, String text, String name, String why) {
        Value error = bank.thrown(type, "parse", text, why).as(name);
        bank.isAccountError(error, why);
        return error;
    }
}
