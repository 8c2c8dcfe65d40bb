/**
 * Misuse of the API is a TypeError that names the call and the argument. What is wrong inside a configuration is none: it
 * comes back as diagnostics.
 */

/** An argument that is looked at: its name in messages. */
export class Argument {
  /** Which element is looked at of an argument that is a list; -1 for none. */
  element = -1;

  /**
   * @param {string} call
   * @param {string} name
   */
  constructor(call, name) {
    this.call = call;
    this.name = name;
  }

  /**
   * A part of the argument, looked at by itself.
   *
   * @param {string} member
   */
  part(member) {
    return new Argument(this.call, this.name + member);
  }

  /**
   * The error for a value of the wrong type.
   *
   * @param {string} member  '.origin', or '' for the argument itself.
   * @param {string} wanted
   * @param {unknown} value
   */
  wrong(member, wanted, value) {
    return this.misuse(`${member} must be ${wanted}, not ${describe(value)}`);
  }

  /**
   * The error for any other misuse.
   *
   * @param {string} reason
   * @param {unknown} [cause]
   */
  misuse(reason, cause) {
    const element = this.element < 0 ? '' : `[${this.element}]`;
    return new TypeError(`s3cors.${this.call}: ${this.name}${element}${reason}`, cause === undefined ? undefined : { cause });
  }

  /**
   * @param {string} member
   * @param {unknown} value
   */
  string(member, value) {
    const text = plain(value);
    if (typeof text !== 'string') throw this.wrong(member, 'a string', text);
    return text;
  }

  /**
   * A string that has to be there.
   *
   * @param {string} member
   * @param {unknown} value
   */
  present(member, value) {
    if (value === undefined) throw this.misuse(`${member} must be a string, and is missing`);
    return this.string(member, value);
  }

  /**
   * @param {string} member
   * @param {unknown} value
   */
  boolean(member, value) {
    if (typeof value !== 'boolean') throw this.wrong(member, 'true or false', value);
    return value;
  }

  /**
   * @param {string} member
   * @param {unknown} value
   */
  stringOrNull(member, value) {
    const text = plain(value) ?? null;
    if (text !== null && typeof text !== 'string') throw this.wrong(member, 'a string or null', text);
    return text;
  }

  /**
   * @param {string} member
   * @param {unknown} value
   * @param {number} least
   * @param {number} most
   */
  wholeNumber(member, value, least, most) {
    const number = plain(value);
    if (!Number.isInteger(number) || Number(number) < least || Number(number) > most) {
      throw this.wrong(member, `a whole number from ${least} to ${most}`, number);
    }
    return Number(number);
  }

  /**
   * One of some words, of which the first is the default.
   *
   * @param {string} member
   * @param {string[]} words
   * @param {unknown} value
   */
  oneOf(member, words, value) {
    const word = value === undefined ? words[0] : plain(value);
    if (typeof word === 'string' && words.includes(word)) return word;
    const quoted = words.map((one) => `'${one}'`);
    throw this.wrong(member, `${quoted.slice(0, -1).join(', ')} or ${quoted[words.length - 1]}`, word);
  }

  /**
   * @param {string} member
   * @param {unknown} value
   * @returns {unknown[]}
   */
  list(member, value) {
    const list = plain(value);
    if (!Array.isArray(list)) throw this.wrong(member, 'an array', list);
    return Array.from(list);
  }

  /**
   * @param {string} member
   * @param {unknown} value
   * @returns {Record<string, unknown>}
   */
  object(member, value) {
    const object = plain(value);
    if (typeof object !== 'object' || object === null || Array.isArray(object)) throw this.wrong(member, 'an object', object);
    return /** @type {Record<string, unknown>} */ (object);
  }
}

/**
 * A value as JSON.stringify would take it: one that can write itself has done so (a URL is its text).
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function plain(value) {
  if (typeof value !== 'object' || value === null) return value;
  const { toJSON } = /** @type {{ toJSON?: unknown }} */ (value);
  return typeof toJSON === 'function' ? toJSON.call(value, '') : value;
}

/** @param {unknown} value */
function describe(value) {
  switch (typeof value) {
    case 'string':
      return `the string '${value}'`;
    case 'number':
      return `the number ${value}`;
    case 'object':
      if (Array.isArray(value)) return 'an array';
      return value === null ? 'null' : 'an object';
    case 'undefined':
      return 'null'; // what is left out counts as null
    case 'boolean':
      return String(value);
  }
  return `a ${typeof value}`;
}
