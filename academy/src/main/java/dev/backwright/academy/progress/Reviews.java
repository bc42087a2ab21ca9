package dev.backwright.academy.progress;

import org.springframework.stereotype.Component;

/// All that comes back to be looked at again.
@Component
public final class Reviews {

    private final Predictions predictions;
    private final LabReviews labs;

    Reviews(Predictions predictions, LabReviews labs) {
        this.predictions = predictions;
        this.labs = labs;
    }

    public Predictions predictions() {
        return predictions;
    }

    public LabReviews labs() {
        return labs;
    }
}
