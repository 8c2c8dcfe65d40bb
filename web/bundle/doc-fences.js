/**
 * The examples in the documentation: what the info string of a fence says beside its language.
 *
 *     ```xml s3-cors view=result page=https://www.example.com expect=blocked/acao-missing
 *
 * A fence with the word s3-cors is a configuration that the reader can play with; one with the word s3-cors-call right behind it is
 * the call. `expect` is what comes of it: accepted, refused/CODE, or an outcome and its reason. The tests hold all of them.
 */

/** @import { Token } from 'markdown-it' */

/** @typedef {{ language: string, words: string[], options: Record<string, string> }} Info */
/** @typedef {{ configuration: string, call: string | null, info: Info, line: number }} Example */

/** What an element is told; the rest is for the tests. */
export const elementOptions = ['view', 'page', 'cache', 'theme'];

/**
 * @param {string} text
 * @returns {Info}
 */
export function readInfo(text) {
  const [language = '', ...rest] = text.trim().split(/\s+/);
  /** @type {Record<string, string>} */
  const options = {};
  for (const word of rest) {
    const [, name, value] = /^([a-z]+)=(.*)$/.exec(word) ?? [];
    if (name !== undefined) options[name] = value;
  }
  return { language, words: rest.filter((word) => !word.includes('=')), options };
}

/**
 * The call that belongs to a configuration: the fence right behind it.
 *
 * @param {Token[]} tokens
 * @param {number} at
 * @returns {Token | null}
 */
export function callBehind(tokens, at) {
  const next = tokens[at + 1];
  return next?.type === 'fence' && readInfo(next.info).words.includes('s3-cors-call') ? next : null;
}

/**
 * @param {Token[]} tokens
 * @returns {Example[]}
 */
export function examplesIn(tokens) {
  return tokens.flatMap((token, at) => {
    const info = readInfo(token.info);
    if (token.type !== 'fence' || !info.words.includes('s3-cors')) return [];
    return [{ configuration: token.content, call: callBehind(tokens, at)?.content ?? null, info, line: (token.map?.[0] ?? 0) + 1 }];
  });
}
