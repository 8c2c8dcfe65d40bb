import type { Exchange, FetchCall, LoadOptions, Simulation, Validation } from '../s3cors.js';

/** full: source, request, verdict and answer. editor: the source and what there is to say of it. result: the verdict and why, below
 *  what the element wraps. exchange: the verdict and the exchange between page, browser and S3, likewise. */
export type View = 'full' | 'editor' | 'result' | 'exchange';

/** '': as the surroundings, by their color-scheme. system: as the system, whatever the surroundings say. */
export type Theme = '' | 'light' | 'dark' | 'system';

/** What lies between page and bucket, as in the API's Caching. */
export type Cache = 'none' | 'browser' | 'cdn' | 'cdn-forward' | 'cdn-origin';

/** What follows from a source and a call. */
export interface Result {
  source: string;
  call: FetchCall | null;
  validation: Validation;
  /** null where no page makes the call, or nothing could be read yet. */
  exchange: Exchange | null;
  /** How S3 came to the answer that is shown; null where nothing was asked. */
  simulation: Simulation | null;
}

/** An edit by hand, before it is worked out. */
export type ChangeEvent = CustomEvent<{ source: string; call: FetchCall | null }>;
/** What follows from the source and the call, after each change of them, by hand or not. */
export type ResultEvent = CustomEvent<Result>;
/** Something did not arrive or could not be read. What the element wraps stays. */
export type ErrorEvent = CustomEvent<{ error: unknown }>;

/**
 * `<s3-cors-editor>`. It wraps a `<pre>` with the configuration, or a link to it, which stays until the module has arrived; a second
 * block of the class `s3-cors-call` holds the call, as a fetch(), a curl command or JSON. The module is fetched when the first element
 * of a page comes near the viewport or has the focus, once for all of them.
 *
 * Importing this module registers nothing; `s3cors/element/define.js` does.
 */
export class S3CORSEditor extends HTMLElement {
  static readonly observedAttributes: string[];
  /** Where the module and the page's style sheet are, for all elements; set it before the first element is shown. By default they are
   *  beside the scripts. */
  static readonly assets: { wasm: LoadOptions['wasm']; style: URL | string | undefined };

  /** The configuration as text: what is written now; before the module has arrived, what the attribute or the content says. */
  source: string;
  /** The URL of the configuration; it goes before the content. The attribute `source` goes before it. */
  src: string;
  /** The call that a page makes; null for none. A text is read as the attribute is: JSON of a FetchCall, a fetch(), a curl command, a
   *  method and a URL. */
  get call(): FetchCall | null;
  set call(call: FetchCall | string | null);
  /** The page that makes the call, where the call does not say it. */
  page: string;
  /** A link of the page with all that is on screen there: its address, or the fragment alone. It goes before the content. */
  link: string;
  cache: Cache;
  view: View;
  readOnly: boolean;
  theme: Theme;

  /** What was worked out last; null before that. */
  readonly result: Result | null;
  /** result.validation */
  readonly validation: Validation | null;
  /** result.exchange */
  readonly exchange: Exchange | null;

  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, before: string | null, after: string | null): void;
}

declare global {
  interface HTMLElementTagNameMap {
    's3-cors-editor': S3CORSEditor;
  }
  interface GlobalEventHandlersEventMap {
    's3cors-change': ChangeEvent;
    's3cors-result': ResultEvent;
    's3cors-error': ErrorEvent;
  }
}
