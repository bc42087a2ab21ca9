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

    private static final String FILE = "accounts.js";

    @Check(
            id = "balance-is-moved",
            title = "`deposit` and `withdraw` move money, and no more than there is")
    void balanceIsMoved(Program program, Seed seed) {
        Value module = program.module(FILE);
        int start = seed.between(500, 900);
        Value ann =
                made(program, module, "Account", "{ owner: 'Ann', balance: " + start + " }")
                        .as("ann");
        Value ben = made(program, module, "Account", "{ owner: 'Ben' }").as("ben");

        balance(ann, "An account begins with the balance it was made with", start);
        balance(ben, "Without a `balance` an account begins with 0", 0);
        ann.invoke("deposit", 250).because("`deposit` returns the account").isSameAs(ann);
        balance(ann, "`deposit` adds", start + 250);
        ann.invoke("withdraw", 50).because("`withdraw` returns the account").isSameAs(ann);
        balance(ann, "`withdraw` subtracts", start + 200);
        balance(ben, "This was another account's money", 0);
        ben.invoke("deposit", 1);
        balance(ann, "Each account has a balance of its own", start + 200);

        Value refused =
                thrown(
                                program,
                                ann,
                                "withdraw",
                                start + 212,
                                "More than there is cannot be withdrawn")
                        .as("refused");
        is(
                program,
                refused,
                module.get("InsufficientFunds"),
                "InsufficientFunds",
                "More than there is cannot be withdrawn");
        refused.get("missing").because("`missing` is by how many cents it was too much").is(12);
        refused.get("message")
                .because("The message contains the number of missing cents")
                .matches("\\b12\\b");
        balance(ann, "A withdrawal that is refused takes nothing", start + 200);
        ann.invoke("withdraw", start + 200).because("All there is may be withdrawn").isSameAs(ann);
        balance(ann, "All there was has been withdrawn", 0);
        thrown(program, ann, "withdraw", 1, "Nothing is left to be withdrawn")
                .get("missing")
                .because("Nothing is left, so 1 cent is missing")
                .is(1);
    }

    @Check(
            id = "balance-is-private",
            title = "nothing but `deposit` and `withdraw` changes a balance",
            needs = "balance-is-moved")
    void balanceIsPrivate(Program program, Seed seed) {
        Value module = program.module(FILE);
        int start = seed.between(500, 900);
        for (String kind : List.of("Account", "SavingsAccount")) {
            Value ann =
                    made(program, module, kind, "{ owner: 'Ann', balance: " + start + ", rate: 3 }")
                            .as("ann");
            program.value(
                            """
                            (account) => {
                              try {
                                account.balance = 999;
                                return 'nothing was thrown';
                              } catch (error) {
                                return error instanceof TypeError ? 'a TypeError' : error;
                              }
                            }
                            """)
                    .as("setBalanceTo999")
                    .call(ann)
                    .because("Assigning to `balance` throws a TypeError")
                    .is("a TypeError");
            balance(ann, "Assigning to `balance` does not change it", start);
            program.value(
                            """
                            (account) => {
                              for (const key of Reflect.ownKeys(account)) {
                                try {
                                  if (typeof account[key] !== 'function') account[key] = 999;
                                } catch {
                                  // it defends itself
                                }
                              }
                            }
                            """)
                    .as("setAllPropertiesTo999")
                    .call(ann);
            balance(ann, "No property that can be reached from outside holds the balance", start);
            ann.invoke("deposit", 1);
            balance(ann, "After all that `deposit` still adds to what there was", start + 1);
        }
    }

    @Check(id = "owner-is-checked", title = "an owner is checked, in the constructor and later")
    void ownerIsChecked(Program program) {
        Value module = program.module(FILE);
        Value ann = made(program, module, "Account", "{ owner: '  Ann Lee ' }").as("ann");
        owner(
                ann,
                "The owner is kept without the white space around it, also by the constructor",
                "Ann Lee");
        Value ben = made(program, module, "SavingsAccount", "{ owner: ' Ben', rate: 3 }").as("ben");
        owner(ben, "For a savings account the same holds", "Ben");

        assign(program).call(ann, " \tEve\n");
        owner(
                ann,
                "An owner can be assigned, and is kept without the white space around it",
                "Eve");
        owner(ben, "Another account got a new owner, this one did not", "Ben");
        for (Value account : List.of(ann, ben)) {
            String before = account.get("owner").text();
            Value noText = program.value("({ trim: () => 'Ann', toString: () => 'Ann' })");
            for (Object wrong : new Object[] {"", "   ", "\t\n", 5, null, Js.UNDEFINED, noText}) {
                Value error = assign(program).thrownBy(account, wrong).as("what it threw");
                accountError(program, module, error, "This is no owner");
                owner(account, "An owner that was refused changes nothing", before);
            }
        }
        for (String kind : List.of("Account", "SavingsAccount")) {
            for (String wrong : List.of("' '", "undefined", "['Ann']")) {
                Value error =
                        program.value("(C) => new C({ owner: " + wrong + ", rate: 3 })")
                                .as("new" + kind + "OfOwner(" + wrong + ")")
                                .thrownBy(module.get(kind).as(kind))
                                .as("what it threw");
                accountError(program, module, error, "The constructor refuses what is no owner");
            }
        }
    }

    @Check(
            id = "opened-is-counted",
            title = "`opened` counts the accounts of all classes",
            needs = "owner-is-checked")
    void openedIsCounted(Program program, Seed seed) {
        Value module = program.module(FILE);
        Value account = module.get("Account").as("Account");
        Value savings = module.get("SavingsAccount").as("SavingsAccount");
        account.get("opened").because("None was made yet").is(0);
        savings.get("opened").because("None was made yet").is(0);
        int plain = seed.between(2, 4);
        for (int i = 0; i < plain; i++) {
            made(program, module, "Account", "{ owner: 'Ann' }");
        }
        account.get("opened").because(plain + " accounts were made").is(plain);
        made(program, module, "SavingsAccount", "{ owner: 'Ben', rate: 3 }");
        account.get("opened")
                .because("A savings account is an account, and counted once")
                .is(plain + 1);
        savings.get("opened").because("It is the number of `Account.opened`").is(plain + 1);
        program.value("(C) => { try { new C({ owner: '', rate: 3 }); } catch {} }")
                .as("failToMakeOne")
                .call(account);
        account.get("opened")
                .because("The constructor threw, so no account was made")
                .is(plain + 1);
        program.value("(C) => { class Junior extends C {} return new Junior({ owner: 'Eve' }); }")
                .as("makeOneOfADerivedClass")
                .call(account);
        account.get("opened")
                .because("Accounts of classes derived by others count, too")
                .is(plain + 2);
        for (Value each : List.of(savings, account)) {
            program.value("(C) => { try { C.opened = 77; } catch {} }")
                    .as("setOpenedTo77")
                    .call(each);
            savings.get("opened").because("Assigning to `opened` does not change it").is(plain + 2);
            account.get("opened").because("Assigning to `opened` does not change it").is(plain + 2);
        }
        made(program, module, "Account", "{ owner: 'Ann' }");
        savings.get("opened").because("After that, accounts are counted as before").is(plain + 3);
    }

    @Check(id = "real-accounts-are-known", title = "`isAccount` knows what a constructor has made")
    void realAccountsAreKnown(Program program) {
        Value module = program.module(FILE);
        Value account = module.get("Account").as("Account");
        Value ann = made(program, module, "Account", "{ owner: 'Ann' }").as("ann");
        Value ben = made(program, module, "SavingsAccount", "{ owner: 'Ben', rate: 3 }").as("ben");

        isAccount(account, ann, true, "An account is one");
        isAccount(account, ben, true, "A savings account is an account");
        isAccount(
                account,
                program.value("(C) => Object.create(C.prototype)")
                        .call(account)
                        .as("onlyThePrototype"),
                false,
                "No constructor has made this; it only has the prototype");
        isAccount(
                account,
                program.value(
                                """
                                ({
                                  owner: 'Ann', balance: 0,
                                  deposit() {}, withdraw() {}, toJSON() {},
                                })
                                """)
                        .as("lookalike"),
                false,
                "No constructor has made this; it only looks alike");
        isAccount(account, account, false, "The class itself is no account");
        for (Object wrong : new Object[] {null, Js.UNDEFINED, 5, "Ann", true}) {
            account.invoke("isAccount", wrong)
                    .because("A value that is no object is no account")
                    .is(false);
        }
        program.value("(value) => Object.setPrototypeOf(value, null)")
                .as("takeItsPrototypeAway")
                .call(ben);
        isAccount(
                account,
                ben,
                true,
                "A constructor made it, and its prototype was taken away since");
        program.value("(C, ...values) => values.filter(C.isAccount).length")
                .as("countByFilter")
                .call(account, ann, 7, program.value("({})"), ben)
                .because(
                        "`isAccount` works when it is handed to `filter`: two of these are accounts")
                .is(2);
    }

    @Check(
            id = "savings-accounts-extend-accounts",
            title = "a savings account bears interest and allows three withdrawals",
            needs = "balance-is-moved")
    void savingsAccountsExtendAccounts(Program program, Seed seed) {
        Value module = program.module(FILE);
        Value ben =
                made(program, module, "SavingsAccount", "{ owner: 'Ben', balance: 1050, rate: 3 }")
                        .as("ben");
        Value eve = made(program, module, "SavingsAccount", "{ owner: 'Eve', rate: 0 }").as("eve");
        is(program, ben, module.get("Account"), "Account", "A savings account is an account");
        ben.get("owner").because("The constructor hands `owner` on").is("Ben");
        ben.get("rate").as("ben.rate").because("The rate can be read").is(3);
        program.value("(account) => { try { account.rate = 99; } catch {} }")
                .as("setRateTo99")
                .call(ben);
        ben.get("rate").as("ben.rate").because("The rate cannot be changed").is(3);
        eve.get("rate").as("eve.rate").because("0 is a rate, too").is(0);

        ben.invoke("addInterest").because("`addInterest` returns the account").isSameAs(ben);
        balance(ben, "3 % of 1050 are 31.5, rounded down to 31", 1081);
        ben.invoke("addInterest");
        balance(ben, "3 % of 1081 are 32.43: interest is on what there is by then", 1113);
        eve.invoke("addInterest");
        balance(eve, "0 % of nothing is nothing", 0);

        int first = seed.between(10, 90);
        ben.invoke("withdraw", first).because("`withdraw` returns the account").isSameAs(ben);
        balance(ben, "The first withdrawal takes what was asked", 1113 - first);
        is(
                program,
                thrown(program, ben, "withdraw", 5000, "More than there is cannot be withdrawn")
                        .as("refused"),
                module.get("InsufficientFunds"),
                "InsufficientFunds",
                "More than there is cannot be withdrawn");
        for (int i = 0; i < 2; i++) {
            errorOf(program, ben, "withdraw", 1)
                    .because("Three withdrawals are allowed, and one that failed does not count")
                    .is(Js.UNDEFINED);
        }
        balance(
                ben,
                "Three withdrawals succeeded; the one that failed does not count",
                1111 - first);
        for (int cents : List.of(1, 5000)) {
            Value error =
                    thrown(
                                    program,
                                    ben,
                                    "withdraw",
                                    cents,
                                    "After three withdrawals there is no fourth")
                            .as("refused");
            accountError(program, module, error, "After three withdrawals there is no fourth");
            isNot(
                    program,
                    error,
                    module.get("InsufficientFunds"),
                    "InsufficientFunds",
                    "After three withdrawals the amount does not matter");
            balance(ben, "A withdrawal that is refused takes nothing", 1111 - first);
        }
        ben.invoke("deposit", 9);
        balance(ben, "Deposits are not limited", 1120 - first);
        eve.invoke("deposit", 9).invoke("withdraw", 4);
        balance(eve, "Another account has used up its withdrawals, this one has not", 5);

        Value ann = made(program, module, "Account", "{ owner: 'Ann', balance: 100 }").as("ann");
        for (int i = 0; i < 5; i++) {
            ann.invoke("withdraw", 10);
        }
        balance(ann, "An account that is no savings account has no such limit", 50);
    }

    @Check(
            id = "json-and-back",
            title = "accounts turn into JSON and back",
            needs = "savings-accounts-extend-accounts")
    void jsonAndBack(Program program, Seed seed) {
        Value module = program.module(FILE);
        int cents = seed.between(500, 900);
        Value ann = made(program, module, "Account", "{ owner: 'Ann', balance: 0 }").as("ann");
        Value ben =
                made(
                                program,
                                module,
                                "SavingsAccount",
                                "{ owner: 'Ben', balance: " + cents + ", rate: 3 }")
                        .as("ben");
        Value throughJson =
                program.value("(account) => JSON.parse(JSON.stringify(account))").as("throughJson");
        throughJson
                .call(ann)
                .because("`JSON.stringify` of an account has `owner` and `balance`")
                .is(Map.of("owner", "Ann", "balance", 0));
        ben.invoke("withdraw", 7);
        throughJson
                .call(ben)
                .because(
                        "`JSON.stringify` of a savings account has `owner`, `balance` and `rate`, as they are by then")
                .is(Map.of("owner", "Ben", "balance", cents - 7, "rate", 3));

        Value account = module.get("Account").as("Account");
        Value savings = module.get("SavingsAccount").as("SavingsAccount");
        Value stringify = program.value("JSON.stringify").as("JSON.stringify");
        Value annAgain =
                account.invoke("parse", "{ \"owner\": \"Ann\", \"balance\": 0 }").as("annAgain");
        is(program, annAgain, account, "Account", "`Account.parse` makes an account");
        isNot(
                program,
                annAgain,
                savings,
                "SavingsAccount",
                "`Account.parse` makes no savings account");
        annAgain.get("owner").is("Ann");
        balance(annAgain, "The balance comes from the text", 0);

        Value benAgain = savings.invoke("parse", stringify.call(ben)).as("benAgain");
        is(
                program,
                benAgain,
                savings,
                "SavingsAccount",
                "`SavingsAccount.parse` makes a savings account");
        benAgain.isNotSameAs(ben);
        benAgain.get("owner").is("Ben");
        balance(benAgain, "The balance comes from the text", cents - 7);
        benAgain.get("rate").as("benAgain.rate").because("The rate comes from the text").is(3);
        for (int i = 0; i < 3; i++) {
            benAgain.invoke("withdraw", 1);
        }
        balance(benAgain, "It is a new account with three withdrawals", cents - 10);
        balance(ben, "The account whose text it was is another one", cents - 7);

        Value junior = program.value("(C) => class Junior extends C {}").call(savings).as("Junior");
        is(
                program,
                junior.invoke("parse", stringify.call(ben)).as("juniorBen"),
                junior,
                "Junior",
                "`parse` makes an account of the class on which it is called, also of one derived by others");
    }

    @Check(
            id = "parse-tells-why",
            title = "`parse` fails with an error that keeps its cause",
            needs = {"json-and-back", "owner-is-checked"})
    void parseTellsWhy(Program program) {
        Value module = program.module(FILE);
        Value account = module.get("Account").as("Account");
        for (String kind : List.of("Account", "SavingsAccount")) {
            Value noJson =
                    thrown(
                                    program,
                                    module.get(kind).as(kind),
                                    "parse",
                                    "{ owner",
                                    "This text is no JSON")
                            .as("noJson");
            accountError(program, module, noJson, "This text is no JSON");
            is(
                    program,
                    noJson.get("cause").as("noJson.cause"),
                    program.value("SyntaxError"),
                    "SyntaxError",
                    "The `cause` is what `JSON.parse` threw");
        }
        Value noOwner =
                thrown(
                                program,
                                account,
                                "parse",
                                "{ \"owner\": \" \", \"balance\": 5 }",
                                "No account can be made of this text")
                        .as("noOwner");
        accountError(program, module, noOwner, "No account can be made of this text");
        accountError(
                program,
                module,
                noOwner.get("cause").as("noOwner.cause"),
                "The `cause` is what the constructor threw");
        Value picky =
                program.value(
                                """
                                (C) => {
                                  const error = new RangeError('not today', { cause: new Error('holiday') });
                                  class Picky extends C {
                                    static error = error;
                                    constructor(data) { super(data); throw error; }
                                  }
                                  return Picky;
                                }
                                """)
                        .call(account)
                        .as("Picky");
        Value refused =
                thrown(
                                program,
                                picky,
                                "parse",
                                "{ \"owner\": \"Ann\", \"balance\": 5 }",
                                "The constructor of this class throws")
                        .as("refused");
        accountError(program, module, refused, "The constructor of this class throws");
        refused.get("cause")
                .as("refused.cause")
                .because("The `cause` is the very error that the constructor threw")
                .isSameAs(picky.get("error"));
    }

    @Check(
            id = "errors-are-told-apart",
            title = "the errors have their class, their name and the cause they were given")
    void errorsAreToldApart(Program program) {
        Value module = program.module(FILE);
        Value accountError = module.get("AccountError").as("AccountError");
        Value insufficient = module.get("InsufficientFunds").as("InsufficientFunds");
        Value cause = program.value("new Error('behind it')").as("cause");

        Value closed = accountError.construct("It is closed.").as("closed");
        is(program, closed, program.value("Error"), "Error", "An AccountError is an Error");
        is(program, closed, accountError, "AccountError", "An AccountError is one");
        isNot(
                program,
                closed,
                insufficient,
                "InsufficientFunds",
                "Not every AccountError is an InsufficientFunds");
        closed.get("message").because("The message is the one it was given").is("It is closed.");
        closed.get("name").because("`name` is the name of the class").is("AccountError");

        Value short7 = insufficient.construct(7).as("short");
        is(
                program,
                short7,
                accountError,
                "AccountError",
                "An InsufficientFunds is an AccountError");
        is(program, short7, insufficient, "InsufficientFunds", "An InsufficientFunds is one");
        short7.get("message")
                .because("The message contains the number of missing cents")
                .matches("\\b7\\b");
        short7.get("missing").because("`missing` is what it was given").is(7);
        short7.get("name").because("`name` is the name of the class").is("InsufficientFunds");

        Value hasCause = program.value("(error) => 'cause' in error").as("hasCause");
        Value showsCause =
                program.value("(error) => Object.keys(error).includes('cause')")
                        .as("isCauseEnumerable");
        hasCause.call(closed).because("None was given, so there is no property `cause`").is(false);
        hasCause.call(short7).because("None was given, so there is no property `cause`").is(false);
        Value options = program.value("(cause) => ({ cause })").call(cause).as("{ cause }");
        for (Value error :
                List.of(
                        accountError.construct("It is closed.", options).as("closed"),
                        insufficient.construct(7, options).as("short"))) {
            error.get("cause").because("`cause` is the one it was given").isSameAs(cause);
            showsCause.call(error).because("`Error` makes `cause` not enumerable").is(false);
        }
        Value empty = program.value("({})");
        Value nothing = program.value("({ cause: null })");
        for (Value error :
                List.of(
                        accountError.construct("It is closed.", empty).as("closed"),
                        insufficient.construct(7, empty).as("short"))) {
            hasCause.call(error)
                    .because("None was given, so there is no property `cause`")
                    .is(false);
        }
        for (Value error :
                List.of(
                        accountError.construct("It is closed.", nothing).as("closed"),
                        insufficient.construct(7, nothing).as("short"))) {
            hasCause.call(error)
                    .because("A `cause` of `null` was given, and `Error` keeps it")
                    .is(true);
        }
    }

    private static Value made(Program program, Value module, String kind, String data) {
        return module.get(kind).as(kind).construct(program.value("(" + data + ")"));
    }

    private static Value thrown(
            Program program, Value object, String method, Object argument, String why) {
        return errorOf(program, object, method, argument).because(why).isA("object");
    }

    /// What the call throws; undefined where it throws nothing.
    private static Value errorOf(Program program, Value object, String method, Object argument) {
        return program.value(
                        "(object, argument) => { try { object."
                                + method
                                + "(argument); } catch (error) { return error; } }")
                .as("errorOf" + Character.toUpperCase(method.charAt(0)) + method.substring(1))
                .call(object, argument);
    }

    private static Value assign(Program program) {
        return program.value("(account, owner) => { account.owner = owner; }").as("setOwner");
    }

    private static void balance(Value account, String why, int expected) {
        account.get("balance").because(why).is(expected);
    }

    private static void owner(Value account, String why, String expected) {
        account.get("owner").because(why).is(expected);
    }

    private static void isAccount(Value account, Value value, boolean expected, String why) {
        account.invoke("isAccount", value).because(why).is(expected);
    }

    private static void accountError(Program program, Value module, Value error, String why) {
        is(program, error, module.get("AccountError"), "AccountError", why);
        error.get("message").because("No error is without a message").matches("\\S");
    }

    private static void is(
            Program program, Value value, Value constructor, String name, String why) {
        program.value("(value, C) => value instanceof C")
                .as("isInstance")
                .call(value, constructor.as(name))
                .because(why)
                .is(true);
    }

    private static void isNot(
            Program program, Value value, Value constructor, String name, String why) {
        program.value("(value, C) => value instanceof C")
                .as("isInstance")
                .call(value, constructor.as(name))
                .because(why)
                .is(false);
    }
}
