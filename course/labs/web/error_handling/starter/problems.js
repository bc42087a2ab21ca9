// For the one place that turns errors into replies. app.js does not use it yet.
