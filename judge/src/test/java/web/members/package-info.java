/// Checks of a lab that only tests know.
@NullMarked
package web.members;

import org.jspecify.annotations.NullMarked;
