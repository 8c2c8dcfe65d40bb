/**
 * The reference of the API, as Markdown, from the comments of s3cors.d.ts.
 */

/** @typedef {{ name: string, comment: string, code: string, members: Member[] }} Declaration */
/** @typedef {{ comment: string, code: string }} Member */

/** @param {string} source  s3cors.d.ts */
export function apiDocument(source) {
  const [intro, ...parts] = source.split(/^\/\/ ---- (.*?) -+$/m);
  const sections = [['Starting', intro], ...pairs(parts)];
  const head = /^\/\*\*\n([^]*?)\*\//.exec(source)?.[1] ?? '';
  return [
    '# The API',
    text(head).split('\n\n').filter((paragraph) => !paragraph.startsWith('This file')).join('\n\n'),
    ...sections.flatMap(([title, body], at) => [`## ${title.charAt(0).toUpperCase()}${title.slice(1)}`, ...declarations(at === 0 ? body.replace(/^\/\*\*\n[^]*?\*\//, '') : body).map(section)]),
  ].join('\n\n');
}

/**
 * @param {string[]} list
 * @returns {[string, string][]}
 */
function pairs(list) {
  return list.flatMap((_, at) => (at % 2 === 0 ? [/** @type {[string, string]} */ ([list[at], list[at + 1]])] : []));
}

/**
 * The exported declarations with the comments before them.
 *
 * @param {string} source
 * @returns {Declaration[]}
 */
function declarations(source) {
  return Array.from(source.matchAll(/(?:^\/\*\*((?:(?!\*\/)[^])*)\*\/\n)?^export (?:declare )?(interface|type|function|const) ([A-Za-z0-9]+)([^]*?)(?=^(?:\/\*\*|export )|(?![^]))/gm), ([, comment = '', kind, name, rest]) => {
    const code = `${kind} ${name}${rest}`.trimEnd();
    return { name, comment: text(comment), code, members: kind === 'interface' && code.includes('\n') ? members(code) : [] };
  });
}

/**
 * The members of an interface that are commented.
 *
 * @param {string} code
 * @returns {Member[]}
 */
function members(code) {
  return Array.from(code.matchAll(/^ {2}\/\*\*((?:(?!\*\/)[^])*)\*\/\n((?: {2}\S.*\n| {3,}.*\n)+?)(?=^ {2}\S|^\}|^\n)/gm), ([, comment, member]) => ({ comment: text(comment), code: member.replace(/^ {2}/gm, '').trimEnd() }));
}

/** @param {Declaration} declaration */
function section({ name, comment, code, members }) {
  const bare = code.replace(/^ {2,}\/\*\*(?:(?!\*\/)[^])*\*\/\n/gm, '').replace(/\n{3,}/g, '\n\n');
  return [
    `### ${name}`,
    ...(comment ? [comment] : []),
    `\`\`\`ts\n${bare}\n\`\`\``,
    ...members.map((member) => `- \`${signature(member.code)}\`: ${member.comment.replace(/\n+/g, ' ')}`),
  ].join('\n\n').replace(/\n\n- /g, '\n- ').replace(/(```)\n- /, '$1\n\n- ');
}

/**
 * A member in one line.
 *
 * @param {string} code
 */
function signature(code) {
  const line = code.split('\n')[0].replace(/;$/, '');
  return line.replace(/^readonly /, '').replace(/\{$/, '{ … }');
}

/**
 * What a comment says, as Markdown: its lines that are indented are code.
 *
 * @param {string} comment
 */
function text(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .replace(/\n(?=[^\s\n])/g, '\n')
    .trim()
    .replace(/^ {1,3}(?=\S)/gm, '')
    .replace(/<(?=[A-Za-z])/g, '\\<');
}
