package dev.backwright.checks;

/// The submission's own PostgreSQL database: fresh for each check, made from the lab's `data.sql`.
/// Its address is in `DATABASE_URL`.
public interface Postgres extends Database {}
