// Which configuration of the text is meant, where it holds several, and what stands for the values that it does not have.

import { h, setHidden, verbatim } from './element.js';
import { isMember, unsetOf } from './unset.js';

/** @import { Parsed, S3CORS } from '../s3cors.js' */
/** @import { Evaluation, State } from './types.js' */

/** As many fields at most, and one for each value that has been given or that the verdict hangs on; the diagnostics name the others. */
const FIELDS = 40;

/**
 * @param {HTMLElement} host
 * @param {{ api: () => S3CORS | null, change: (change: Partial<State>) => void }} page
 */
export function createConfigurations(host, page) {
  /** @type {State['values']} */
  let values = {};
  let offered = '';
  let asked = '';
  const select = h('select', { id: 'candidate', 'aria-label': 'Configuration in the text', onchange: () => page.change({ candidate: Number(select.value) }) });
  const fields = h('div', { class: 'values', role: 'group', 'aria-label': 'Values that are known only elsewhere' });
  host.append(select, fields);

  /** @param {Parsed['placeholders']} placeholders */
  const drawFields = (placeholders) => {
    fields.replaceChildren(h('p', null, 'Known only elsewhere; a value here lets it be checked:'), ...placeholders.map(({ name, path }) => {
      const input = h('input', { class: 'mono', ...verbatim, placeholder: 'no value', oninput: () => {
        const { [name]: _, ...others } = values;
        values = input.value.trim() === '' ? others : { ...others, [name]: valueOf(input.value.trim(), path) };
        page.change({ values });
      } });
      const value = values[name];
      input.value = Array.isArray(value) ? value.join(', ') : String(value ?? '');
      return h('label', null, h('code', null, name), input);
    }));
  };

  return {
    /** @param {Evaluation} evaluation */
    update(evaluation) {
      const { text, candidate, validation } = evaluation;
      values = evaluation.values;
      const { candidates } = validation;
      const api = page.api();
      select.hidden = candidates.length === 0;
      const key = candidates.length === 0 ? '' : JSON.stringify([text, candidate]);
      if (key !== offered) {
        offered = key;
        // Those beside the chosen one are named; its own name is told beside another.
        const own = candidates.length > 0 ? api?.parse({ text, candidate: candidates[0].candidate }).candidates.find((other) => other.candidate === candidate) : undefined;
        const all = [...candidates, ...(own ? [own] : [])].toSorted((a, b) => a.candidate - b.candidate);
        select.replaceChildren(...all.map((one) => h('option', { value: one.candidate }, `Configuration ${one.candidate + 1} of ${all.length}${one.name ? `: ${one.name}` : ''}`)));
        select.value = String(candidate);
      }
      const told = new Set();
      const named = validation.placeholders.filter(({ name, path }) => isMember(path) && !told.has(name) && told.add(name));
      const placeholders = named.length > FIELDS ? within(named, evaluation) : named;
      const names = JSON.stringify(placeholders.map(({ name, path }) => [name, path]));
      if (names !== asked) {
        asked = names;
        drawFields(placeholders);
      }
      fields.hidden = placeholders.length === 0;
      setHidden(host, select.hidden && fields.hidden);
    },
    /**
     * Leads to where a value can be given.
     *
     * @param {string} name
     */
    focus(name) {
      const label = Array.from(fields.querySelectorAll('label')).find(({ firstChild }) => firstChild?.textContent === name);
      label?.querySelector('input')?.focus();
    },
  };
}

/**
 * @param {Parsed['placeholders']} named
 * @param {Evaluation} evaluation
 */
function within(named, evaluation) {
  const wanted = unsetOf(evaluation).slice(0, FIELDS);
  return named.filter(({ name }, i) => i < FIELDS || name in evaluation.values || wanted.includes(name));
}

/**
 * What was typed, as the place takes it: a number, a list or a text.
 *
 * @param {string} text
 * @param {string} path
 */
function valueOf(text, path) {
  if (path.endsWith('.MaxAgeSeconds')) return /^\d{1,15}$/.test(text) ? Number(text) : text;
  return /\.(Allowed\w+|ExposeHeaders)$/.test(path) ? text.split(/[\s,]+/).filter((part) => part !== '') : text;
}
