// What changes the text from elsewhere than the source: cards, fixes, suggestions. Each is one step of undo.

import { withEdits } from './edits.js';
import { byId } from './element.js';
import { writeBack } from './write-back.js';

/** @import { CORSConfiguration, Fix } from '../s3cors.js' */
/** @import { EditingHost } from './types.js' */

/** @param {EditingHost} page */
export function createEditing({ api, state, source, latest, announce, verdict }) {
  /** @param {string} text @param {boolean} [typing] */
  const replace = (text, typing) => {
    source().setText(text, typing);
    state.set({ text: source().text });
  };
  /** @param {CORSConfiguration} configuration @param {boolean} [typing] */
  const card = (configuration, typing) => {
    const [engine, now] = [api(), latest()];
    if (engine && now) replace(writeBack(engine, configuration, now.source, state.current.text, now.validation.format), typing);
  };
  /** @param {Pick<Fix, 'title' | 'configuration' | 'edits'>} change */
  const change = ({ title, configuration, edits }) => {
    if (edits) replace(withEdits(state.current.text, edits));
    else card(configuration);
    announce(`Done: ${title}. Undo takes it back.`);
  };
  return {
    replace,
    card,
    change,
    /** @param {Fix} fix */
    fix(fix) {
      const buttons = () => /** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll('#diagnostics .apply .b')));
      const at = buttons().indexOf(/** @type {HTMLElement} */ (document.activeElement));
      change(fix);
      (at < 0 ? byId('source-text') : (buttons()[at] ?? byId('config-bar'))).focus();
    },
    /** @param {Fix} suggestion */
    suggestion(suggestion) {
      const fromList = byId('suggestions').contains(document.activeElement);
      change(suggestion);
      if (fromList) verdict();
    },
  };
}
