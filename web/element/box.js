// How the regions of the page stand in the element's box; everything else is the page's style sheet. It is text of a script, since
// bundlers make small files into data: URLs, which a policy of connect-src 'self' forbids.

export const boxStyle = `
:host{display:block; container-type:inline-size; margin-block:1em}
:host([hidden]){display:none}
.s3{background:var(--pane); color:var(--ink); font:var(--t-l)/20px var(--sans); text-align:start; border:1px solid var(--line); border-radius:8px; overflow:clip; --gut:var(--s3cors-gut,16px)}
.s3[data-theme="light"]{color-scheme:light}
.s3[data-theme="dark"]{color-scheme:dark}
.s3[data-theme="system"]{color-scheme:light dark}
.s3 .verdict{position:static; min-height:0; padding:var(--s3) var(--gut); border-bottom:0; border-top:1px solid var(--line); flex-wrap:nowrap}
.s3 .verdict .say{font-size:16px; line-height:24px; letter-spacing:0}
.s3 .verdict svg.face{width:20px; height:20px}
.s3>:first-child,.s3>svg+*{border-top:0}
.s3 .config{border-right:0}
.s3 .request,.s3 .answer{border-top:1px solid var(--line)}
.s3 .request{padding-top:var(--s3); box-shadow:none}
.s3 .answer{box-shadow:none}
.s3 fieldset{display:contents}
.s3 .editor{max-height:max(240px,50vh)}
.s3 .stack{min-height:0}
.s3 .bar{border-bottom:0}
.s3 .said{padding-bottom:var(--s3)}
.s3 .head h2{font-size:var(--t-m); margin:0}
.s3 .foot{padding:var(--s2) var(--gut); border-top:1px solid var(--line); margin:0; max-width:none}
slot{display:block}
/* wide: the configuration beside what is asked and what comes of it */
@container (min-width:960px){
  .s3[data-view="full"]{display:grid; grid-template:"config request" auto "config verdict" auto "config answer" 1fr / minmax(0,20fr) minmax(0,23fr)}
  .s3[data-view="full"] .config{grid-area:config; border-right:1px solid var(--line)}
  .s3[data-view="full"] .verdict{grid-area:verdict}
  .s3[data-view="full"] .request{border-top:0}
  .s3[data-view="full"] .editor{max-height:none}
}
`;
