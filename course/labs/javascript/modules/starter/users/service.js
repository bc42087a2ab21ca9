// A user of the library that is an ES module.
import { add, entries, size } from 'logbook';

export { add, entries };

/** How many entries there are, as this user sees it. */
export const seen = () => size;
