// Sessions and their refresh tokens, in memory.

/** Begins a session and gives its first refresh token. */
export function openSession(userId) {
  return userId; // anybody can write this, too
}

/** Takes a refresh token for the next one. Gives undefined where the token is not to be accepted. */
export function refreshSession(token) {
  if (token === undefined) return undefined;
  return { userId: token, refreshToken: token };
}

/** Ends the session the token belongs to. */
export function closeSession(token) {
  // so far there is none
}
