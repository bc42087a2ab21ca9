package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// How to connect to one database.
///
/// @param source the database that knows the user; the empty user needs none
public record MongoLogin(
        String host, int port, String database, String user, String password, String source) {

    private static final int USUAL_PORT = 27017;
    private static final Pattern SOURCE = Pattern.compile("(?:^|&)authSource=([^&]*)");
    private static final Pattern TLS = Pattern.compile("(?:^|&)(?:tls|ssl)=true");

    static MongoLogin open(String host, int port, String database) {
        return new MongoLogin(host, port, database, "", "", "");
    }

    /// Reads an address of one server: `mongodb://admin:secret@db.example:27017/?authSource=admin`.
    static MongoLogin parse(String url) {
        URI uri = uri(url);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (!"mongodb".equals(uri.getScheme())
                || uri.getHost() == null
                || TLS.matcher(query).find()) {
            throw new ServiceException(
                    "backwright.mongo.url must be mongodb://user:password@host:port of one server without TLS, got \""
                            + masked(url)
                            + "\".");
        }
        String[] user = (uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo()).split(":", 2);
        String database = uri.getPath().replaceFirst("^/", "");
        var source = SOURCE.matcher(query);
        return new MongoLogin(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                database.isEmpty() ? "admin" : database,
                decoded(user[0]),
                user.length < 2 ? "" : decoded(user[1]),
                source.find() ? decoded(source.group(1)) : "admin");
    }

    private static URI uri(String url) {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    "backwright.mongo.url is no address: \"" + masked(url) + "\".", e);
        }
    }

    private static String masked(String url) {
        return url.replaceFirst("//.*@", "//***@");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    MongoLogin as(String name, String word, String place) {
        return new MongoLogin(host, port, place, name, word, place);
    }

    /// The address as programs take it. It keeps drivers from looking for other members of a replica set, which they could
    /// not reach.
    public String url() {
        return url(host, port);
    }

    /// The address for a program that finds the server at another place.
    public String url(String otherHost, int otherPort) {
        String credentials =
                user.isEmpty()
                        ? ""
                        : URLEncoder.encode(user, StandardCharsets.UTF_8)
                                + ":"
                                + URLEncoder.encode(password, StandardCharsets.UTF_8)
                                + "@";
        return "mongodb://%s%s:%d/%s?directConnection=true"
                .formatted(credentials, otherHost, otherPort, database);
    }

    /// Without the password.
    @Override
    public String toString() {
        return (user.isEmpty() ? "" : user + " ") + "at " + host + ":" + port + "/" + database;
    }
}
