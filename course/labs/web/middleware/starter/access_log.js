// For the line that morgan prints about each request. app.js does not use it yet.
