/** Where a text stops being JSON (RFC 8259), and what is expected there. JSON.parse says it in the words of each engine, often without the place. */

const space = /[ \t\n\r]*/y;
const word = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)|[{}[\],:]/y;

/**
 * @param {string} text  One that JSON.parse refuses.
 * @returns {{ offset: number, expected: string }}
 */
export function findMistake(text) {
  /** @type {('{' | '[')[]} */
  const open = [];
  /** @type {'value' | 'first value' | 'first name' | 'name' | 'colon' | 'end of value'} */
  let state = 'value';
  for (let at = 0; ; ) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    word.lastIndex = at;
    const token = word.exec(text)?.[0] ?? '';
    const inside = open[open.length - 1];
    const isValue = /^["\-\dtfn]/.test(token);
    if (state === 'colon' && token === ':') state = 'value';
    else if ((state === 'name' || state === 'first name') && token[0] === '"') state = 'colon';
    else if ((state === 'value' || state === 'first value') && (token === '{' || token === '[')) {
      open.push(token);
      state = token === '{' ? 'first name' : 'first value';
    } else if ((state === 'value' || state === 'first value') && isValue) state = 'end of value';
    else if (state === 'end of value' && token === ',' && inside) state = inside === '{' ? 'name' : 'value';
    else if ((token === '}' && inside === '{' && (state === 'end of value' || state === 'first name')) || (token === ']' && inside === '[' && (state === 'end of value' || state === 'first value'))) {
      open.pop();
      state = 'end of value';
    } else return { offset: at, expected: expectedWords(state, inside) };
    at += token.length;
  }
}

/**
 * @param {string} state
 * @param {string | undefined} inside
 */
function expectedWords(state, inside) {
  switch (state) {
    case 'colon':
      return 'a colon';
    case 'name':
      return 'a name in double quotes';
    case 'first name':
      return 'a name in double quotes, or }';
    case 'first value':
      return 'a value, or ]';
    case 'value':
      return 'a value';
  }
  return inside === undefined ? 'the end of the text' : `a comma, or ${inside === '{' ? '}' : ']'}`;
}
