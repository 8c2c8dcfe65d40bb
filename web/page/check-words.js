// What a check says, for the places that show it: its values, and its sentence as a part of another.

/** @import { Check } from '../s3cors.js' */

/**
 * The values that the message of a check speaks of.
 *
 * @param {Check} check
 * @returns {string[]}
 */
export function valuesOf({ value, pattern = '', parameters = {} }) {
  const { listed = '', ...single } = parameters;
  return [value, pattern, ...String(listed).split(', '), ...Object.values(single).map(String)];
}

/**
 * The message of a check; of a list with one entry it is not said that the value "is not one of" it.
 *
 * @param {Check} check
 */
export function messageOf({ message, parameters }) {
  const { listed } = parameters ?? {};
  return listed === undefined || String(listed).includes(', ') ? message : message.replace(' is not one of ', ' is not ');
}

/**
 * The message as it goes on after a rule's name and what the sentence says of it: "comes nearest: the rule ends in a
 * slash", "comes nearest, with another host".
 *
 * @param {Check} check
 * @param {{ colon: string, having: string }} link  How the sentence goes on to a statement, and to a thing that the rule has.
 */
export function continued(check, { colon, having }) {
  const message = messageOf(check);
  const beginsWithValue = valuesOf(check).some((value) => value !== '' && message.startsWith(`${value} `));
  const clause = beginsWithValue ? message : message.charAt(0).toLowerCase() + message.slice(1);
  return (clause.startsWith('another ') ? having : colon) + clause;
}
