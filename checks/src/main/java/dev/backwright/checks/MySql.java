package dev.backwright.checks;

/// The submission's own MySQL database: fresh for each check, made from the lab's `data.mysql.sql`, or `data.sql` where there is
/// none. Its address is in `MYSQL_URL`. The server may be a MariaDB: a check rests on nothing that only one of the two has.
public interface MySql extends Database {}
