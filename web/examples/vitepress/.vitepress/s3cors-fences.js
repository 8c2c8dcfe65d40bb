/**
 * For markdown-it: a fence such as ```xml s3-cors page=https://www.example.com is written as <s3-cors-editor>, and a fence
 * ```js s3-cors-call behind it is its call.
 */
export function s3corsFences(md) {
  const fence = md.renderer.rules.fence;
  const words = (token) => (token?.type === 'fence' ? token.info.trim().split(/\s+/) : []);
  const text = (token) => md.utils.escapeHtml(token.content);
  md.renderer.rules.fence = (tokens, at, ...rest) => {
    const info = words(tokens[at]);
    if (info.includes('s3-cors-call')) return '';
    if (!info.includes('s3-cors')) return fence(tokens, at, ...rest);
    const options = info.filter((word) => /^(?:page|call|view|cache|theme)=/.test(word)).map((word) => ` ${word.replace('=', '="')}"`).join('');
    const call = words(tokens[at + 1]).includes('s3-cors-call') ? `<pre v-pre class="s3-cors-call">${text(tokens[at + 1])}</pre>` : '';
    return `<s3-cors-editor${md.utils.escapeHtml(options).replaceAll('&quot;', '"')}><pre v-pre>${text(tokens[at])}</pre>${call}</s3-cors-editor>\n`;
  };
}
