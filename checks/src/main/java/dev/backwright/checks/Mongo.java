package dev.backwright.checks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The submission's own MongoDB database: fresh for each check, holding the documents of the lab's `data.json`.
/// The judge's commands go past the wire and are never counted or disturbed.
///
/// Documents, filters and commands are JSON as in MongoDB's shell: names may stand without quotes, and `{"$oid": …}`,
/// `{"$date": …}` mean what they do there. In what is seen an ObjectId is its 24 digits and a date its ISO text.
public interface Mongo {

    /// Puts documents into a collection.
    ///
    /// ```java
    /// db.given("articles", "[{_id: 1, title: 'a'}, {_id: 2, title: 'b'}]");
    /// ```
    ///
    /// @param documents one, or an array of them
    void given(String collection, String documents);

    /// Runs a database command; what is seen is its answer, a map.
    Seen run(String command);

    /// The documents that match a filter, in the order in which the database gives them.
    Documents find(String collection, String filter);

    /// All documents of a collection.
    default Documents find(String collection) {
        return find(collection, "{}");
    }

    /// What comes out of a pipeline.
    ///
    /// @param stages an array
    Documents aggregate(String collection, String stages);

    /// The indexes of a collection, each as the database describes it: `name`, `key`, perhaps `unique` and others.
    Documents indexes(String collection);

    /// The wire between the learner's program and this database. A statement's text is the command, the collection and what is
    /// asked: `find articles {"slug":"x"} limit 1`. See docs/mongodb.md.
    Wire wire();

    /// From now on the wire also takes down what drivers ask for themselves: `hello`, `ping`, `endSessions`, ….
    void countHousekeeping();

    /// Documents that were seen.
    interface Documents {

        /// How many.
        Seen count();

        /// The one document, as a map; a failure where there is none, or more.
        Seen one();

        /// A field of each document in turn, as a list: `find("a").values("title").is(List.of("x", "y"))`.
        ///
        /// @param path a name, or several with dots: `author.name`, `items.0.id`; `null` stands where there is none
        Seen values(String path);

        /// Holds when there are as many documents as drawn rows, and each has these fields; fields that are not drawn do not matter.
        ///
        /// ```java
        /// db.find("articles").isTable("""
        ///         title | author.name
        ///         a     | Ada
        ///         """);
        /// ```
        ///
        /// An empty cell is no such field, or `null`. A list or a document is drawn as JSON.
        Documents isTable(String table);

        /// Each of them.
        List<Map<String, @Nullable Object>> all();
    }
}
