package dev.backwright.academy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The academy's process.
@SpringBootApplication
public class Backwright {

    public static void main(String[] args) {
        SpringApplication.run(Backwright.class, args);
    }
}
