// Listen on PORT and on HTTPS_PORT.
