/// Checks of a lab that only tests know.
@NullMarked
package data.papers;

import org.jspecify.annotations.NullMarked;
