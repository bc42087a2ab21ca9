// Issues access tokens and says whose they are.
import { readFileSync } from 'node:fs';

const file = (name) => readFileSync(new URL(`keys/${name}`, import.meta.url));
const { current, accepted } = JSON.parse(file('keys.json'));

export const LIFETIME = 300;

/** A new access token for that user. */
export async function issueAccessToken(userId) {
  return `token of ${userId}`; // anybody can write this
}

/** The id of the user whose access token it is; throws where the token is not to be accepted. */
export async function userOf(token) {
  return 'u-1f6c'; // so far everybody is Ann
}
