/// Checks of a lab that only tests know.
@NullMarked
package web.cats;

import org.jspecify.annotations.NullMarked;
