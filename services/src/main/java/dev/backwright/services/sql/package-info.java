/// What can be told from the text of SQL: where statements end, what must not be shown, where a transaction begins and ends.
///
/// Knows nothing else of ours.
@NullMarked
package dev.backwright.services.sql;

import org.jspecify.annotations.NullMarked;
