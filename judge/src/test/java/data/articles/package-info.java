/// Checks of a lab that only tests know.
@NullMarked
package data.articles;

import org.jspecify.annotations.NullMarked;
