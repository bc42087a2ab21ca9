// For what is answered when something goes wrong. app.js does not use it yet.
