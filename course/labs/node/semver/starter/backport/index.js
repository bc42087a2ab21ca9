const heights = { LIM: 1.28, RTM: 2.055, YOK: 1.9 }; // metres

/**
 * The height of the next tide with two decimals, or null for a port that is not known.
 * In metres, unless `unit` is 'feet'.
 */
export function tide(port, unit = 'metres') {
  if (!Object.hasOwn(heights, port)) {
    return null;
  }
  const height = unit === 'feet' ? heights[port] / 0.3048 : heights[port];
  return Math.round(height * 100) / 100;
}

/** All ports that are known. */
export function ports() {
  return Object.keys(heights);
}
