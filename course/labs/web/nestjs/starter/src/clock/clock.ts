/** Tells the time. Stays as it is. */
export type Clock = () => Date;

/** A type is gone when the program runs: this is the name under which the clock is injected. */
export const CLOCK = Symbol('CLOCK');
