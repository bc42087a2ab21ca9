package dev.backwright.academy.catalog;

import dev.backwright.academy.platform.Premises;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import dev.backwright.judge.Step;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// The course's labs. They are read once, when first asked for.
@Component
public final class Catalog {

    private final Supplier<Labs> labs;

    @Autowired
    Catalog(Premises premises) {
        this(() -> Labs.load(premises.places().course()));
    }

    public Catalog(Supplier<Labs> labs) {
        this.labs = SingletonSupplier.of(labs);
    }

    /// The steps that have labs, in their order.
    public List<Step> steps() {
        return labs.get().steps();
    }

    public List<Lab> all() {
        return labs.get().all();
    }

    /// A lab by its id, or one it had formerly.
    ///
    /// @throws UnknownLab when the course has none of that name
    public Lab lab(LabId id) {
        return labs.get().find(id).orElseThrow(() -> new UnknownLab(id.toString()));
    }

    /// The id a lab has now; an id that no lab has or had stays as it is.
    public LabId presentName(LabId id) {
        return labs.get().find(id).map(Lab::id).orElse(id);
    }

    /// A lab by the parts of an address.
    ///
    /// @throws UnknownLab when the course has none of that name, or no lab can have it
    public Lab lab(String step, String name) {
        try {
            return lab(new LabId(step, name));
        } catch (IllegalArgumentException e) {
            throw new UnknownLab(step + "/" + name);
        }
    }
}
