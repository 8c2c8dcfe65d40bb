/**
 * <s3-cors-editor>: a configuration, a call and what becomes of it, in other people's pages.
 *
 * It wraps content that stays readable until the module has arrived, and asks for the module only when it is near the
 * viewport or has the focus. Importing this file registers nothing; define.js does.
 */

import { fetchCall } from '../page/call.js';
import { bucket, emptyCall } from '../page/state.js';
import { assets, startEngine } from './engine.js';
import { givenCall, givenText, takeOver } from './given.js';
import { forget, whenNear } from './near.js';
import { sharedSheets } from './sheet.js';
import { createView } from './view.js';
import { wrappedSource } from './wrapped.js';

/** @import { FetchCall, S3CORS } from '../s3cors.js' */
/** @import { State } from '../page/types.js' */
/** @import { Cache, Result, S3CORSEditor as Declared, Theme, View } from './element.js' */
/** @import { ElementView } from './view.js' */

const views = /** @type {const} */ (['full', 'editor', 'result', 'exchange']);
const themes = /** @type {const} */ (['light', 'dark', 'system']);
const caches = /** @type {const} */ (['none', 'browser', 'cdn', 'cdn-forward', 'cdn-origin']);
const attributes = ['source', 'src', 'call', 'page', 'link', 'cache', 'view', 'readonly', 'theme'];

/** Where there is no DOM, as in Node, the class can be imported all the same. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** @implements {Declared} */
export class S3CORSEditor extends Base {
  static observedAttributes = attributes;
  static assets = assets;

  /** @type {string | null} The text, once it is known or was set. */
  #text = null;
  /** @type {FetchCall | string | null | undefined} What the call was set to; undefined: nothing set it. */
  #given = undefined;
  /** @type {State} */
  #state = { text: '', candidate: 0, values: {}, call: emptyCall, server: bucket, shown: null };
  /** @type {Result | null} */
  #result = null;
  /** @type {S3CORS | null} */
  #api = null;
  /** @type {ElementView | null} */
  #view = null;
  /** Counts what makes an arrival that is under way vain. */
  #turn = 0;
  #arriving = false;
  /** What has changed since it was last shown. @type {Set<string>} */
  #stale = new Set();
  #slot;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    this.#slot = document.createElement('slot');
    root.append(this.#slot);
    this.addEventListener('focusin', () => this.#arrive());
  }

  get source() {
    if (this.#text !== null) return this.#text;
    const wrapped = wrappedSource(this);
    return this.getAttribute('source') ?? (wrapped && 'text' in wrapped ? wrapped.text : '');
  }

  set source(text) {
    this.#text = String(text);
    this.#mark('source');
  }

  /** @returns {FetchCall | null} */
  get call() {
    if (typeof this.#given === 'object' && !this.#api) return this.#given;
    return this.#state.call.page === '' ? null : fetchCall(this.#state.call);
  }

  /** @param {FetchCall | string | null} call */
  set call(call) {
    this.#given = call;
    this.#mark('call');
  }

  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(url) {
    this.setAttribute('src', url);
  }

  get page() {
    return this.getAttribute('page') ?? '';
  }

  set page(page) {
    this.setAttribute('page', page);
  }

  get link() {
    return this.getAttribute('link') ?? '';
  }

  set link(link) {
    this.setAttribute('link', link);
  }

  /** @returns {Cache} */
  get cache() {
    return caches.find((cache) => cache === this.getAttribute('cache')) ?? 'none';
  }

  set cache(cache) {
    this.setAttribute('cache', cache);
  }

  /** @returns {View} */
  get view() {
    return views.find((view) => view === this.getAttribute('view')) ?? 'full';
  }

  set view(view) {
    this.setAttribute('view', view);
  }

  get readOnly() {
    return this.hasAttribute('readonly');
  }

  set readOnly(readOnly) {
    this.toggleAttribute('readonly', Boolean(readOnly));
  }

  /** @returns {Theme} */
  get theme() {
    return themes.find((theme) => theme === this.getAttribute('theme')) ?? '';
  }

  set theme(theme) {
    if (theme) this.setAttribute('theme', theme);
    else this.removeAttribute('theme');
  }

  get result() {
    return this.#result;
  }

  get validation() {
    return this.#result?.validation ?? null;
  }

  get exchange() {
    return this.#result?.exchange ?? null;
  }

  /** @param {FocusOptions} [options] */
  focus(options) {
    if (this.#view) this.#view.focus();
    else super.focus(options);
  }

  connectedCallback() {
    takeOver(this);
    if (!this.#view) whenNear(this, () => this.#arrive());
  }

  disconnectedCallback() {
    // An element that is moved is in the document again before this runs.
    queueMicrotask(() => this.isConnected || this.#leave());
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'source' || name === 'src' || name === 'link') this.#text = null;
    if (name === 'call' || name === 'link') this.#given = undefined;
    if (name === 'source' || name === 'src' || name === 'link') this.#mark('source');
    if (name === 'call' || name === 'page' || name === 'cache' || name === 'link') this.#mark('call');
    if (name === 'view' || name === 'readonly' || name === 'theme') this.#mark(name);
  }

  /**
   * Shows what has changed, once for all changes that come together.
   *
   * @param {string} what
   */
  #mark(what) {
    if (!this.#view) return;
    if (this.#stale.size === 0) queueMicrotask(() => this.#refresh());
    this.#stale.add(what);
  }

  async #refresh() {
    const stale = this.#stale;
    this.#stale = new Set();
    if (!this.#view || !this.#api) return;
    this.#view.setTheme(this.theme);
    const turn = ++this.#turn;
    try {
      if (stale.has('source')) this.#text = await this.#readText();
      if (stale.has('call')) await this.#readCall(this.#api);
      if (turn !== this.#turn || !this.#view) return;
      if (stale.has('source')) this.#state = { ...this.#state, text: this.#text ?? '' };
      if (stale.has('view') || stale.has('readonly')) this.#show(this.#api);
      else if (stale.has('source') || stale.has('call')) this.#update();
    } catch (error) {
      this.#tell('s3cors-error', { error });
    }
  }

  /** Fetches what is needed and shows it in place of what the element wraps. If that fails, what is there stays. */
  async #arrive() {
    if (this.#view || this.#arriving || !this.isConnected) return;
    this.#arriving = true;
    forget(this);
    const turn = ++this.#turn;
    try {
      const [api, sheets, text] = await Promise.all([startEngine(), sharedSheets(), this.#readText()]);
      this.#text ??= text;
      if (turn === this.#turn) await this.#readCall(api);
      if (turn !== this.#turn || !this.isConnected || !this.shadowRoot) return;
      this.shadowRoot.adoptedStyleSheets = sheets;
      this.#state = { ...this.#state, text: this.#text };
      this.#show(api);
    } catch (error) {
      this.#tell('s3cors-error', { error });
    } finally {
      this.#arriving = false;
      // It was removed meanwhile, and is back.
      if (turn !== this.#turn && this.isConnected && !this.#view) whenNear(this, () => this.#arrive());
    }
  }

  /** @param {S3CORS} api */
  #show(api) {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const focused = this.contains(document.activeElement) || root.activeElement !== null;
    this.#view?.leave();
    this.#api = api;
    const { view } = this;
    this.#slot.hidden = view === 'full' || view === 'editor';
    this.#view = createView(root, { api, view, readOnly: this.readOnly, theme: this.theme, state: this.#state, change: (change) => this.#change(change) });
    this.#update();
    if (focused && this.#slot.hidden) this.#view.focus();
  }

  /**
   * An edit by hand.
   *
   * @param {Partial<State>} change
   */
  #change(change) {
    this.#state = { ...this.#state, ...change };
    this.#text = this.#state.text;
    if (change.call) this.#given = fetchCall(change.call);
    this.#tell('s3cors-change', { source: this.source, call: this.call });
    this.#update();
  }

  #update() {
    if (!this.#view) return;
    const { validation, exchange, simulation } = this.#view.update(this.#state);
    this.#result = { source: this.source, call: this.call, validation, exchange, simulation };
    this.#tell('s3cors-result', this.#result);
  }

  #leave() {
    forget(this);
    this.#turn++;
    this.#view?.leave();
    this.#view = null;
    this.#slot.hidden = false;
    this.#stale.clear();
  }

  async #readText() {
    return this.#text ?? givenText(this);
  }

  /** @param {S3CORS} api */
  async #readCall(api) {
    const given = await givenCall(this, this.#given, () => this.#state.server, api);
    this.#state = { ...this.#state, ...given };
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}
