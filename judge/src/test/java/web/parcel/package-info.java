/// Checks of a lab that only tests know.
@NullMarked
package web.parcel;

import org.jspecify.annotations.NullMarked;
