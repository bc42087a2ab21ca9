/// Checks of a lab that only tests know.
@NullMarked
package web.hello;

import org.jspecify.annotations.NullMarked;
