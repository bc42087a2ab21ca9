/// Checks of a lab that only tests know.
@NullMarked
package web.guarded;

import org.jspecify.annotations.NullMarked;
