package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Learner;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The page of what is to be looked at again.
@RestController
final class ReviewController {

    private final Pages pages;
    private final ReviewPages reviews;

    ReviewController(Pages pages, ReviewPages reviews) {
        this.pages = pages;
        this.reviews = reviews;
    }

    @GetMapping(path = "/review", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> review(Learner learner) {
        return PageController.html(pages.view().review(reviews.page(learner)));
    }
}
