/// Checks of a lab that only tests know.
@NullMarked
package data.notes;

import org.jspecify.annotations.NullMarked;
