const heights = { LIM: 1.25, RTM: 2.055, YOK: 1.9 }; // metres

/** The height of the next tide in metres with two decimals, or null for a port that is not known. */
export function tide(port) {
  if (!Object.hasOwn(heights, port)) {
    return null;
  }
  return Math.round(heights[port] * 100) / 100;
}
