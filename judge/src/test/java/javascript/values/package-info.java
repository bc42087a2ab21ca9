/// Checks of a lab that only tests know.
@NullMarked
package javascript.values;

import org.jspecify.annotations.NullMarked;
