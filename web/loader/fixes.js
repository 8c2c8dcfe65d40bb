/**
 * The fixes in an answer. Those of suggestions and conversions cross whole. Of those of a source's diagnostics no more crosses than the
 * title: what they change is read from Go when somebody asks for it, which for most of them nobody does. wasm/doc.go describes both.
 */

/** @typedef {import('../s3cors.js').CORSConfiguration} CORSConfiguration */
/** @typedef {import('../s3cors.js').CORSRule} CORSRule */
/** @typedef {import('../s3cors.js').TextEdit} TextEdit */
/** @typedef {import('../s3cors.js').Fix} Fix */
/** @typedef {{ configuration: CORSConfiguration, edits?: TextEdit[] }} Change */
/** @typedef {{ title: string, place: string, edits?: true }} FixOnDemand  edits: it has some. */
/** @typedef {(place: string, knowsRules: boolean) => { result: Change, configuration?: CORSConfiguration }} ReadFix */

/**
 * Completes all fixes of a result.
 *
 * @param {any} value
 * @param {CORSConfiguration | undefined} configuration that of the source, where it stands beside the result
 * @param {ReadFix} [readFix]  Where there may be fixes of a source's diagnostics.
 */
export function completeFixes(value, configuration, readFix) {
  const fixes = new Fixes((configuration ?? value?.configuration)?.CORSRules, readFix);
  const parts = Array.isArray(value) ? value : [value, value?.simulation, value?.preflight?.simulation];
  for (const part of parts) {
    for (const diagnostic of part?.diagnostics ?? []) {
      if (diagnostic.fixes) fixes.complete(diagnostic.fixes);
    }
  }
  if (Array.isArray(value)) fixes.complete(value); // suggestions, or the verdicts of simulateMany
}

/** The fixes of one answer, which share the rules that they leave as they are. */
class Fixes {
  /** @type {CORSRule[] | undefined} the rules of the source; undefined while none is needed that is not in the answer */
  #rules;
  #copied = false;
  /** @type {ReadFix | undefined} */
  #readFix;

  /**
   * @param {CORSRule[] | undefined} rules
   * @param {ReadFix | undefined} readFix
   */
  constructor(rules, readFix) {
    this.#rules = rules;
    this.#readFix = readFix;
  }

  /** @param {any[]} fixes */
  complete(fixes) {
    fixes.forEach((fix, index) => {
      if (fix.place !== undefined) fixes[index] = this.#onDemand(fix);
      else if (fix.configuration !== undefined) this.#compose(fix.configuration);
    });
  }

  /**
   * A fix whose other members are read the first time that one of them is asked for. Until then they are accessors, which nobody who
   * copies, compares or writes the fix can tell from data.
   *
   * @param {FixOnDemand} crossed
   * @returns {Fix}
   */
  #onDemand({ title, place, edits }) {
    if (!this.#copied && this.#rules !== undefined) this.#rules = [...this.#rules]; // The list in the answer is the host's, who may change it.
    this.#copied = true;
    const fix = /** @type {Fix} */ ({ title });
    /** @type {('configuration' | 'edits')[]} */
    const names = edits ? ['configuration', 'edits'] : ['configuration'];
    /** @type {Change | null} */
    let change = null;
    const read = () => {
      if (change !== null) return change;
      change = this.#read(place);
      for (const name of names) {
        // What was written or deleted meanwhile stays so, and what is frozen stays an accessor.
        if (Object.getOwnPropertyDescriptor(fix, name)?.set !== undefined) Reflect.defineProperty(fix, name, data(change[name]));
      }
      return change;
    };
    for (const name of names) {
      Object.defineProperty(fix, name, {
        get: () => read()[name],
        /** @param {unknown} value */
        set(value) {
          Object.defineProperty(this, name, data(value));
        },
        enumerable: true,
        configurable: true,
      });
    }
    return fix;
  }

  /** @param {string} place */
  #read(place) {
    const { result, configuration } = /** @type {ReadFix} */ (this.#readFix)(place, this.#rules !== undefined);
    this.#rules ??= configuration?.CORSRules;
    this.#compose(result.configuration);
    return result;
  }

  /**
   * Puts the rules in that the fix leaves as they are, which have crossed as their indexes. Such a rule is the same object in all fixes
   * and in the answer.
   *
   * @param {CORSConfiguration} configuration
   */
  #compose(configuration) {
    configuration.CORSRules = configuration.CORSRules.map((/** @type {any} */ rule) => (typeof rule === 'number' ? this.#rules?.[rule] : rule));
  }
}

/** @param {unknown} value */
function data(value) {
  return { value, writable: true, enumerable: true, configurable: true };
}
