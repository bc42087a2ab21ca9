package dev.backwright.services.mysql;

/// Where databases for checks can be had.
interface MySqlHost extends AutoCloseable {

    /// The account that makes databases and users.
    MySqlLogin login();

    /// Where its clients come from, as the names of accounts say it: `%` for anywhere.
    String origin();

    /// Whether it is worth asking.
    boolean alive();

    @Override
    void close();

    /// A server of somebody else.
    record External(MySqlLogin login) implements MySqlHost {
        @Override
        public String origin() {
            return "%";
        }

        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public void close() {
            // it goes on without us
        }
    }
}
