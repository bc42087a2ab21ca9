package apis.jwt;

/// Somebody who may sign in, as in `users.js`.
record User(String name, String id, String email, String password) {

    static User ann() {
        return new User("ann", "u-1f6c", "ann@parcels.example", "correct horse battery");
    }

    static User ben() {
        return new User("ben", "u-9b20", "ben@parcels.example", "staple of old paper");
    }
}
