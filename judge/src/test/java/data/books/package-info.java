/// Checks of a lab that only tests know.
@NullMarked
package data.books;

import org.jspecify.annotations.NullMarked;
