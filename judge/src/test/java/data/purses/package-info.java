/// Checks of a lab that only tests know.
@NullMarked
package data.purses;

import org.jspecify.annotations.NullMarked;
