// One rule as a card with all of its members.

import { createChipList } from './chip-list.js';
import { h, icon, replaceOther } from './element.js';
import { status } from './looks.js';
import { METHODS } from './methods.js';

/** @import { CORSRule, RuleTrace } from '../s3cors.js' */
/** @import { CardHost } from './types.js' */

/** @typedef {ReturnType<typeof createRuleCard>} RuleCard */

/**
 * @param {number} index
 * @param {CardHost} host
 */
export function createRuleCard(index, host) {
  /** @type {CORSRule} */
  let rule = { AllowedOrigins: [], AllowedMethods: [] };
  /** @param {Partial<CORSRule>} change @param {boolean} [typing] */
  const change = (change, typing) => {
    rule = withoutAbsent({ ...rule, ...change });
    host.change(index, rule, typing);
  };
  const { node: head, grip, id, up, down, remove, result } = createHead(index, host, change);
  const members = createMembers(index, change, (text) => host.unwritten(index, text));
  const node = h('li', { class: 'card' }, head, members.node);
  node.addEventListener('keydown', (event) => {
    if (!(event.altKey || event.target === grip) || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    host.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
  });

  return {
    node,
    grip,
    id,
    up,
    down,
    remove,
    /**
     * Shows a rule. Fields that say the same already are left alone, so that the caret stays.
     *
     * @param {CORSRule} next
     * @param {number} count  How many rules there are.
     * @param {RuleTrace | undefined} trace
     * @param {boolean} nearest
     */
    update(next, count, trace, nearest) {
      rule = next;
      if (id.value !== (rule.ID ?? '')) id.value = rule.ID ?? '';
      up.disabled = index === 0;
      down.disabled = index === count - 1;
      members.update(rule);
      replaceOther(result, resultOf(trace, nearest));
    },
  };
}

/**
 * The rule's ID, what became of it, and what can be done with it as a whole.
 *
 * @param {number} index
 * @param {CardHost} host
 * @param {(change: Partial<CORSRule>, typing?: boolean) => void} change
 */
function createHead(index, host, change) {
  const number = index + 1;
  const id = h('input', { 'aria-label': `ID of rule ${number}`, placeholder: 'no ID', spellcheck: 'false', autocomplete: 'off', oninput: () => change({ ID: id.value === '' ? undefined : id.value }, true) });
  const grip = h('button', { type: 'button', class: 'b quiet icon grip', 'aria-label': `Drag rule ${number}`, title: 'Drag, or press an arrow key' }, icon('grip'));
  const result = h('span', { class: 'result' });
  const up = h('button', { type: 'button', class: 'b quiet icon', 'aria-label': `Move rule ${number} up`, onclick: () => host.move(index, index - 1) }, icon('up'));
  const down = h('button', { type: 'button', class: 'b quiet icon', 'aria-label': `Move rule ${number} down`, onclick: () => host.move(index, index + 1) }, icon('down'));
  const remove = h('button', { type: 'button', class: 'b quiet icon', 'aria-label': `Remove rule ${number}`, onclick: () => host.remove(index) }, icon('x'));
  const node = h('div', { class: 'card-head' }, grip, h('h3', { class: 'soft' }, `Rule ${number}`), id, result, h('span', { class: 'pair' }, up, down, remove));
  return { node, grip, id, result, up, down, remove };
}

/**
 * The members of a rule, each with its field.
 *
 * @param {number} index
 * @param {(change: Partial<CORSRule>, typing?: boolean) => void} change
 * @param {(text: string) => void} unwritten
 */
function createMembers(index, change, unwritten) {
  const number = index + 1;
  const path = `CORSRules[${index}]`;
  const origins = createChipList({ label: `Origins of rule ${number}`, add: `Add an origin to rule ${number}`, placeholder: '+ Origin', list: 'origins-in-use', onChange: (values) => change({ AllowedOrigins: values }) });
  const methods = createMethods(number, (values) => change({ AllowedMethods: values }));
  const headers = createChipList({ label: `Headers of rule ${number}`, add: `Add a header to rule ${number}`, placeholder: '+ Header', list: 'headers-in-use', onChange: (values) => change({ AllowedHeaders: values }) });
  const exposes = createChipList({ label: `Headers that rule ${number} exposes`, add: `Add a header that rule ${number} exposes`, placeholder: '+ Header', list: 'headers-to-expose', onChange: (values) => change({ ExposeHeaders: values }) });
  const maxAge = createMaxAge(number, (seconds) => change({ MaxAgeSeconds: seconds }, true), unwritten);
  const node = h('dl', null, [
    [h('dt', null, 'Origins'), h('dd', null, origins.node)],
    [h('dt', null, 'Methods'), h('dd', null, methods.node)],
    [h('dt', null, 'Headers'), h('dd', null, headers.node)],
    [h('dt', null, 'Exposes'), h('dd', null, exposes.node)],
    [h('dt', null, 'Max age'), h('dd', { class: 'age' }, maxAge.node, maxAge.note)],
  ].flat());
  return {
    node,
    /** @param {CORSRule} rule */
    update(rule) {
      origins.update(rule.AllowedOrigins, `${path}.AllowedOrigins`);
      methods.update(rule.AllowedMethods, `${path}.AllowedMethods`);
      headers.update(rule.AllowedHeaders ?? [], `${path}.AllowedHeaders`);
      exposes.update(rule.ExposeHeaders ?? [], `${path}.ExposeHeaders`);
      maxAge.update(rule.MaxAgeSeconds);
    },
  };
}

/**
 * @param {RuleTrace | undefined} trace
 * @param {boolean} nearest
 */
function resultOf(trace, nearest) {
  if (trace?.result === 'matched') return [status('ok', 'Matches')];
  if (trace?.result === 'not-reached') return [h('span', { class: 'tag' }, 'Not reached')];
  if (trace?.result !== 'failed') return [];
  return [h('span', { class: nearest ? 'tag near' : 'tag' }, nearest ? 'Nearest' : 'Does not match')];
}

/**
 * Absent members are left out and not undefined: that is how S3 has them.
 *
 * @param {CORSRule} rule
 * @returns {CORSRule}
 */
function withoutAbsent(rule) {
  return /** @type {CORSRule} */ (Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)));
}

/**
 * The five methods as toggles; what else the text holds, as chips that can go.
 *
 * @param {number} number
 * @param {(methods: string[]) => void} onChange
 */
function createMethods(number, onChange) {
  /** @type {string[]} */
  let values = [];
  const toggles = METHODS.map((method) => {
    const toggle = h('button', { type: 'button', 'aria-pressed': 'false', onclick: () => {
      onChange(values.includes(method) ? values.filter((value) => value !== method) : [...values, method]);
    } }, icon('tick'), method);
    return { method, toggle };
  });
  const others = h('ul', { class: 'chips', 'aria-label': `Other methods of rule ${number}` });
  const node = h('div', { class: 'methods' }, h('div', { class: 'seg', role: 'group', 'aria-label': `Methods of rule ${number}` }, toggles.map(({ toggle }) => toggle)), others);
  return {
    node,
    /** @param {string[]} next @param {string} path */
    update(next, path) {
      values = next;
      node.dataset.path = path;
      for (const { method, toggle } of toggles) {
        const at = values.indexOf(method);
        toggle.setAttribute('aria-pressed', String(at >= 0));
        if (at >= 0) toggle.dataset.path = `${path}[${at}]`;
        else delete toggle.dataset.path;
      }
      others.replaceChildren(
        ...values.flatMap((value, i) => METHODS.includes(value) && values.indexOf(value) === i ? [] : [
          h('li', { class: 'chip', 'data-path': `${path}[${i}]` }, value === '' ? h('span', { class: 'empty' }, 'empty') : value,
            h('button', { type: 'button', 'aria-label': `Remove ${value || 'the empty method'}`, onclick: () => {
              onChange(values.filter((_, j) => j !== i));
              toggles[0].toggle.focus();
            } }, icon('x'))),
        ]),
      );
      others.hidden = others.childElementCount === 0;
    },
  };
}

/**
 * @param {number} number
 * @param {(seconds: number | undefined) => void} onChange
 * @param {(text: string) => void} unwritten
 */
function createMaxAge(number, onChange, unwritten) {
  const note = h('span', { class: 'soft', id: `max-age-note-${number}` });
  const input = h('input', { class: 'mono', 'aria-label': `Max age of rule ${number}, in seconds`, 'aria-describedby': note.id, inputmode: 'numeric', autocomplete: 'off', oninput: () => {
    const text = input.value.trim();
    if (text === '') onChange(undefined);
    else if (/^-?\d{1,15}$/.test(text)) onChange(Number(text));
    say();
  } });
  let written = true;
  const say = () => {
    const text = input.value.trim();
    const number = text === '' || /^-?\d{1,15}$/.test(text);
    input.setAttribute('aria-invalid', String(!number));
    note.className = number ? 'soft' : 'bad';
    const told = written;
    written = number;
    if (number !== told) unwritten(number ? '' : text);
    note.textContent = !number ? 'Write a whole number of seconds.' : text === '' ? 'not set: browsers keep it 5 s' : 'seconds';
  };
  say();
  return {
    node: input,
    note,
    /** @param {number | undefined} seconds */
    update(seconds) {
      const text = input.value.trim();
      const shown = text === '' ? undefined : Number(text);
      // "abc" is not in the configuration, but it is being typed.
      if (Number.isNaN(shown) && document.activeElement === input) return;
      if (shown !== seconds) input.value = seconds === undefined ? '' : String(seconds);
      say();
    },
  };
}
