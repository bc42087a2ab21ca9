package javascript.prototypes;

import dev.backwright.checks.Program;
import dev.backwright.checks.Value;

/// The learner's kinds of parcels, and kinds that others derive from them.
record Post(Program program, Value module) {

    static Post of(Program program) {
        return new Post(program, program.module("prototypes.js"));
    }

    Value parcel() {
        return module.get("Parcel").as("Parcel");
    }

    Value coldParcel() {
        return module.get("ColdParcel").as("ColdParcel");
    }

    /// A parcel with a box that has a weight, too.
    Value crate(int box) {
        return program.value(
                        """
                        (Parcel, box) => class Crate extends Parcel {
                          weight() { return super.weight() + box; }
                        }
                        """)
                .call(parcel(), box)
                .as("Crate");
    }

    /// A cold parcel whose degrees are always the same.
    Value vaccine() {
        return program.value(
                        """
                        (ColdParcel) => class Vaccine extends ColdParcel {
                          constructor(to) { super(to, -70); }
                        }
                        """)
                .call(coldParcel())
                .as("Vaccine");
    }
}
