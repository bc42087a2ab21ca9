package javascript.classes;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// Other code that tries what it should not be able to do.
record Intruder(Program program) {

    /// What came of assigning to the balance, in words.
    Value setsBalance(Account account) {
        return program.value(
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
                .call(account.it());
    }

    /// Assigns to whatever an account does not hide.
    void setsAllProperties(Account account) {
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
                .call(account.it());
    }

    void setsRate(Account account) {
        program.value("(account) => { try { account.rate = 99; } catch {} }")
                .as("setRateTo99")
                .call(account.it());
    }

    void setsOpened(Value type) {
        program.value("(C) => { try { C.opened = 77; } catch {} }").as("setOpenedTo77").call(type);
    }

    void failsToMakeOne(Value type) {
        program.value("(C) => { try { new C({ owner: '', rate: 3 }); } catch {} }")
                .as("failToMakeOne")
                .call(type);
    }

    void makesOneOfADerivedClass(Value type) {
        program.value("(C) => { class Junior extends C {} return new Junior({ owner: 'Eve' }); }")
                .as("makeOneOfADerivedClass")
                .call(type);
    }

    Value takesOnlyThePrototype(Value type) {
        return program.value("(C) => Object.create(C.prototype)").call(type).as("onlyThePrototype");
    }

    Value looksLikeAnAccount() {
        return program.value(
                        """
                        ({
                          owner: 'Ann', balance: 0,
                          deposit() {}, withdraw() {}, toJSON() {},
                        })
                        """)
                .as("lookalike");
    }

    void takesThePrototypeAway(Account account) {
        program.value("(value) => Object.setPrototypeOf(value, null)")
                .as("takeItsPrototypeAway")
                .call(account.it());
    }

    /// A class whose constructor throws an error of its own, to be had as `error`.
    Value derivesAPickyClass(Value type) {
        return program.value(
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
                .call(type)
                .as("Picky");
    }
}
