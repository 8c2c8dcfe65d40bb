/** The types that the modules of the page share. No browser loads this file. */

import type { Caching, CORSConfiguration, Diagnostic, Exchange, Explanation, FetchCall, Fix, HTTPResponse, PreflightRequest, Redirect, S3CORS, Simulation, Source, Span, TextSource, Validation } from '../s3cors.js';

/** A call as the form has it. Fields that do not take part in its way of calling keep their values. */
export interface CallState {
  /** The page's URL or origin; '' for a request that no page makes. */
  page: string;
  url: string;
  via: NonNullable<FetchCall['via']>;
  method: string;
  /** Each a name, or "name: value". */
  headers: string[];
  credentials: NonNullable<FetchCall['credentials']>;
  mode: NonNullable<FetchCall['mode']>;
  /** A kind of body, or "type" for a Blob or File. */
  body: string;
  /** The type of the Blob or File. */
  bodyType: string;
  /** The attribute; '' where the element has none. */
  crossorigin: string;
  uploadListener: boolean;
}

/** A member of a call that not every way of calling has. */
export type Field = 'method' | 'headers' | 'credentials' | 'mode' | 'body' | 'crossorigin' | 'uploadListener';

export interface ServerState {
  kind: 'configured' | 'unconfigured' | 'missing' | 'pasted';
  /** What the URL names; '' as it says itself. */
  resource: '' | 'object' | 'bucket' | 'service';
  /** How S3 answers the actual request apart from CORS; 0 where all goes well. */
  status: number;
  pasted: { response: HTTPResponse; redirects: Redirect[] } | null;
  /** What the pasted answer is the answer to. */
  stands: 'both' | 'preflight' | 'response';
  /** What lies before the server, with the answer to an earlier request. */
  cache: NonNullable<Caching['cache']>;
}

/** What the user has written. Everything else follows from it. */
export interface State {
  text: string;
  /** Which of the configurations in the text, from 0. */
  candidate: number;
  /** What stands for the values that the text does not have, by name. */
  values: NonNullable<TextSource['values']>;
  call: CallState;
  server: ServerState;
  /** Whose answer Why and Response show; null: that which decides. */
  shown: 'preflight' | 'actual' | null;
}

/** A configuration and a call that tell a story; `name` is that of its link. */
export interface Example { name: string; title: string; story: string; state: State }

/** What an address asks for. */
export type Opening = { kind: 'bare' } | ({ kind: 'example' } & Example) | { kind: 'link'; state: LinkState } | { kind: 'unreadable'; title: string; why: string };

/** What a link holds. */
export interface LinkState extends State {
  /** The panels that are shown, by their ids. */
  configTab: string;
  answerTab: string;
  /** That of the output. */
  format: string;
}

/** What follows from a state. */
export interface Evaluation {
  /** The text on screen. */
  text: string;
  /** Which of its configurations, from 0. */
  candidate: number;
  values: State['values'];
  /** The last text that could be read, with the choice among its configurations and with the values; null before there is one. */
  source: Source | null;
  call: CallState;
  server: ServerState;
  /** The Origin header; '' for none. */
  origin: string;
  /** The names that the preflight asks for. */
  headers: string[];
  validation: Validation;
  /** Whether the text on screen can be read without loss. */
  readable: boolean;
  /** Of the text on screen or, if that cannot be read, of the last one that could. */
  configuration: CORSConfiguration | null;
  /** Of the same text as the configuration; null where no page makes the call, or nothing was read yet. */
  exchange: Exchange | null;
  /** Whose answer is shown. */
  shown: 'preflight' | 'actual';
  /** How S3 came to that answer; null where it was pasted. */
  simulation: Simulation | null;
  /** That answer. */
  response: HTTPResponse | null;
  /** The headers that the actual response exposes; only where script can read it. */
  exposed: string[];
}

/** Text; a quoted value; a rule's ID; a sentence of the API, and values that it speaks of. */
export type Word = string | { code: string } | { name: string } | { said: string; values?: string[] };

/** What the button of the verdict does next; pending: what that is will be known soon. */
export type Offer = { label: string; main: boolean; act(): void } | 'pending' | null;

export interface VerdictWords {
  face: 'yes' | 'no' | 'warn' | 'plain';
  lead: string;
  say: Word[];
  cause: Word[];
  /** Where in the source to look. */
  place?: Span;
  /** The names of the values that it hangs on and that are not set. */
  unset?: string[];
  /** There is nothing to judge; an example would help. */
  empty?: boolean;
}

/** Finds the words for an exchange. */
export type Judge = (evaluation: Evaluation, exchange: Exchange) => VerdictWords;

/** A header; one with a value of null is not there. */
export interface Line { name: string; value: string | null; weight: 'plain' | 'decides' | 'fails' }

/** What goes from one lane of the exchange to another. */
export interface Message {
  from: 'page' | 'browser' | 'server';
  to: 'page' | 'browser' | 'server';
  tone: 'plain' | 'good' | 'bad' | 'never';
  title: string;
  tag?: string;
  /** What the browser thinks: in a word, and the rest. */
  mind?: [thought: string, detail: string];
  lines: Line[];
  notes: string[];
}

/** A request, and what becomes of it, as the steps of an exchange tell it. */
export interface Hop { step: Exchange['steps'][number]; answers: Exchange['steps']; verdict: Exchange['steps'][number] | undefined }

/** What a pasted text is. */
export interface Pasted {
  /** What it was read as, in a sentence; '' for nothing. */
  readAs: string;
  notes: string[];
  explanation: Explanation | null;
  /** What the text says of call and server. */
  change: Partial<State>;
  /** The calls of a text that has several, by name. */
  choices?: { name: string, change: Partial<State> }[];
  /** Index of the choice that is in `change`. */
  chosen?: number;
}

/** What the paste box asks of the page. */
export interface PasteHost {
  api(): S3CORS | null;
  state(): State;
  change(change: Partial<State>): void;
  announce(message: string): void;
}

/** A panel of the answer. */
export type Panel = (host: HTMLElement) => { update(evaluation: Evaluation): void };

/** Where checks lead to. */
export interface Places {
  /** Of the lines of the source. */
  starts: number[];
  /** To the value with that path, wherever edits have moved it since. */
  go(path: string): void;
  /** Whether the spans are of the text on screen. */
  current: boolean;
}

/** A stretch of the source that is marked. */
export interface Mark {
  start: number;
  end: number;
  /** hit: a pattern that matched; off: one that came nearest and failed; list: a list that was searched; the others: diagnostics. */
  kind: 'hit' | 'off' | 'list' | 'error' | 'warning' | 'info';
  /** The path of the value, which lights up with its check. */
  path?: string;
}

/** How a text came about: typed; another text put in place of all that was there, as a paste does; a step of undo or redo. */
export type Edit = 'typed' | 'another' | 'step';

/** Whom the source tells. */
export interface SourceHost {
  /** After each edit by the user, and after undo and redo. */
  change(text: string, edit: Edit): void;
  /** The path of the marked value under pointer or caret. */
  point(path: string | null): void;
  fix(fix: Fix): void;
  latest(): Evaluation | null;
}

/** The page, as its panes see it. */
export interface PanesHost {
  api(): S3CORS | null;
  state: { set(change: Partial<State>): void };
  latest(): Evaluation | null;
  /** Lights a value in the source, and brings it into view where something points at it. */
  light(path: string | null, pointed: boolean): void;
  place(span: Span, problem?: boolean): void;
  fix(fix: Fix): void;
  suggestion(suggestion: Fix): void;
  change(change: Fix): void;
  /** An edit by card; told whether it is one of several, as letters are. */
  card(configuration: CORSConfiguration, typing?: boolean): void;
  /** Another call or server, which the form shows too. */
  call(change: Partial<State>): void;
  play(witness: PreflightRequest): void;
  example(): void;
  redraw(): void;
  /** Another format of the output was. */
  chosen(): void;
  announce(message: string): void;
  warn(title: string, text: string): void;
}

/** The page, as what edits its text from elsewhere sees it. */
export interface EditingHost {
  api(): S3CORS | null;
  state: { readonly current: State; set(change: Partial<State>): void };
  source(): SourcePane;
  latest(): Evaluation | null;
  announce(message: string): void;
  /** Brings the focus there. */
  verdict(): void;
}

/** The source as text. A code editor takes the place of the plain one. */
export interface SourcePane {
  /** The text as it is on screen, with "\n" at the ends of lines. */
  readonly text: string;
  /** The caret is a selection of nothing. */
  readonly selected: Span;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
  /** Shows another text, in one step of undo; tells nobody. `typing`: the step may be joined with the next, as letters are. */
  setText(text: string, typing?: boolean): void;
  setMarks(marks: Mark[], diagnostics: Diagnostic[]): void;
  /** Lights the marked value with that path, and brings it into view if asked to. */
  light(path: string | null, scroll: boolean): void;
  /** Selects a place, brings it into view and puts the focus there; says what is wrong there if asked to. */
  reveal(span: Span, problem?: boolean): void;
}

/** What the plain source hands over to the code editor. */
export interface PlainSource extends SourcePane {
  /** Goes, and says what there was. Not while a word is being composed: then it is null. */
  leave(): { steps: string[]; at: number; selected: Span; backward: boolean; top: number; left: number; focused: boolean } | null;
}

export interface ChipListOptions {
  /** What the list holds: "Origins of rule 1". */
  label: string;
  /** What the input is for: "Add an origin to rule 1". */
  add: string;
  placeholder: string;
  onChange(values: string[]): void;
  /** The id of the list of values that are suggested. */
  list?: string;
  /** The values are header fields, which hold blanks and commas. */
  isField?: boolean;
}

/** What a card asks of the list that it is in. */
export interface CardHost {
  /** `typing`: one of several edits, as letters are. */
  change(index: number, rule: import('../s3cors.js').CORSRule, typing?: boolean): void;
  move(from: number, to: number): void;
  remove(index: number): void;
  /** A max age that is no number, and so in no configuration; '' once it is one. */
  unwritten(index: number, text: string): void;
}
