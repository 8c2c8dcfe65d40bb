/**
 * The whole JavaScript API of s3cors.
 *
 * This file is the contract: members may be added, none may be renamed, dropped or given another meaning. A call that
 * is not built yet is absent from the object that load() gives.
 *
 * Every call is stateless and total, and all but those that give a Promise are synchronous. Whatever the caller hands
 * over, the answer is a value: a text that cannot be read, or a configuration that S3 refuses, comes back as
 * diagnostics, never as an exception. Only misuse of the API itself (an argument of the wrong JavaScript type) throws a
 * TypeError.
 * Offsets are UTF-16, so `source.slice(span.start, span.end)` is the text meant.
 */

/** Starts the module, once for each wasm; concurrent calls share one start, a failed start can be tried again. */
export function load(options?: LoadOptions): Promise<S3CORS>;

export interface LoadOptions {
  /** Where the module is; by default `s3cors.wasm` beside this script. Works in a browser, a Worker and Node. */
  wasm?: URL | string | BufferSource | Response | WebAssembly.Module;
}

export interface S3CORS {
  readonly version: string;

  /** Reads a configuration in any input format, which it detects. */
  parse(source: Source): Parsed;
  /** Says whether PutBucketCors would accept it, with S3's own error, and everything else worth knowing. */
  validate(source: Source): Validation;
  /** Writes the XML document that PutBucketCors takes. */
  toXML(source: Source): Written;
  /** Writes it in another format, with a report of what that format cannot carry. */
  convert(source: Source, format: OutputFormat, options?: ConvertOptions): Written;

  /** What S3 answers to the preflight for this request, which rule matched, and why each other rule did not. */
  simulatePreflight(source: Source | null, request: PreflightRequest, target?: Target): Simulation;
  /** What S3 answers to any HTTP request: an OPTIONS as it arrives, or an actual GET, PUT, ... */
  simulateRequest(source: Source | null, request: HTTPRequest, target?: Target): Simulation;
  /** The verdicts alone, without traces, for many preflights in one crossing and in their order. */
  simulateMany(source: Source | null, requests: PreflightRequest[], target?: Target): Verdict[];

  /** The whole exchange between a page, the browser and S3 (or any server whose responses are given). */
  simulateFetch(call: FetchCall, server: Server): Exchange;

  /** What `after` allows that `before` did not, and the reverse; each difference with a request that shows it. */
  compare(before: Source, after: Source): Comparison & { unreadable: ('before' | 'after')[] };
  /** The smallest changes that let the request pass, the narrowest first. */
  suggest(source: Source, request: PreflightRequest): Suggestion[];
  /** The changes of a text after which it holds the configuration `after`, and which leave comments and layout of all else as they are;
   *  in the order of the text, and none where it holds that already. null where no such changes are known, or the source is a value. */
  edit(source: Source, after: Source): TextEdit[] | null;
  /** The narrowest configuration that lets all these calls pass. */
  infer(calls: FetchCall[]): Inference;
  /** Runs a suite of expectations against its configuration. */
  test(suite: Suite): SuiteReport;

  /** The whole request that PutBucketCors wants for a configuration, and the same as commands and programs. Asynchronous, since
   *  the hash functions are loaded with the first call; an option of the wrong type rejects with a TypeError. */
  preparePut(source: Source, options?: PutOptions): Promise<PreparedPut>;
  /** What S3 answers to PutBucketCors with these headers. A source that is a string is the body itself, as UTF-8, in whatever format
   *  it is; any other is written as toXML writes it. Each digest that the headers carry is computed and compared. */
  acceptPut(source: Source, headers: HeaderList, facts?: PutFacts): Promise<PutAnswer>;

  /** Reads a request that was pasted: a curl command in the quoting of a POSIX shell, of cmd.exe or of PowerShell, Invoke-WebRequest,
   *  a call of fetch(), the head of a request as it is sent or as developer tools show it, a method and a URL. */
  readCall(text: string): Promise<ReadCall>;
  /** Lists the calls to other origins in a HAR file, as the developer tools of Chrome and Firefox save it, each with the responses as they
   *  were recorded. infer(calls.map(({ call }) => call)) is a configuration for them. */
  readHAR(text: string): Promise<ReadHAR>;
  /** Reads responses that were pasted: what `curl -i` or `curl -v` prints, or what developer tools show. */
  readResponse(text: string): Promise<ReadResponse>;
  /** Says what a pasted line of a console, an error document of S3 or an error of an SDK means, and whether it is CORS at all. */
  explain(text: string): Promise<Explanation>;

  /** The calls that well-known clients make of a bucket, for infer and simulateFetch. The page is its URL or origin, the URL that of the
   *  bucket; each has an example of its own. */
  presets(page?: string, url?: string): Promise<Preset[]>;
}

// ---- the configuration -------------------------------------------------------------------------------------

/** A configuration as text in any input format, or as a value in the API's shape. */
export type Source = string | TextSource | CORSConfiguration | CORSRule[];

/** A text with a choice among the configurations in it, and with values for its placeholders by name. `candidate` counts the
 *  configurations in the order of the text: 0, the default, is the first; each of Parsed.candidates has its own. */
export interface TextSource { text: string; candidate?: number; values?: Record<string, string | string[] | number> }

export interface CORSConfiguration { CORSRules: CORSRule[] }

/** S3's own names. */
export interface CORSRule {
  ID?: string;
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders?: string[];
  ExposeHeaders?: string[];
  MaxAgeSeconds?: number;
}

export type InputFormat =
  | 'xml' | 'json' | 'python' | 'javascript' | 'cloudformation-json' | 'cloudformation-yaml' | 'cdk'
  | 'terraform' | 'pulumi' | 'r2' | 'gcs';
export type OutputFormat =
  | 'xml' | 'json' | 'console' | 'aws-cli' | 'boto3' | 'ibm-boto3' | 'sdk-js' | 'cloudformation-json'
  | 'cloudformation-yaml' | 'cdk' | 'terraform' | 'pulumi' | 'r2' | 'gcs';

/** An empty string counts as left out; where a format cannot do without, a placeholder in capitals stands there. 'https://' may be left
 *  out of the endpoint. The checksum is for the formats that send a request. */
export interface ConvertOptions { bucket?: string; endpoint?: string; expectedBucketOwner?: string; checksumAlgorithm?: ChecksumAlgorithm }

export interface Parsed {
  /** null if no configuration could be made out. */
  configuration: CORSConfiguration | null;
  /** null for a value, or where no format was recognised. */
  format: InputFormat | null;
  /** What stands in the way of reading it, and near misses that were read all the same. */
  diagnostics: Diagnostic[];
  /** The other configurations in the text, in its order; they are never added up. */
  candidates: { candidate: number; name: string; format: InputFormat; span: Span }[];
  /** Values that are known only elsewhere (`${var.origin}`, `!Ref`, `process.env.X`): the path of the value, or of the whole list. Rules may be
   *  known only elsewhere, too: of those beside the rules of `configuration`, which are numbered without them, the path is 'CORSRules', and
   *  of a rule that is one of several under a condition it is that of the rule. No value stands for these. */
  placeholders: { path: string; name: string; span: Span }[];
}

export interface Validation extends Parsed {
  /** Whether PutBucketCors would accept it. */
  accepted: boolean;
  /** PutBucketCors' answer: 200, or the first error in the order in which S3 checks. */
  response: {
    status: number;
    error: S3Error | null;
    /** The value that the error is about, where it is about one. */
    path?: string;
  };
  /** Size of the XML document in bytes, of the 65,536 that S3 takes. */
  bytes: number;
  /** Where nothing is known of S3's answer and this is a reading: what was assumed, and on what ground. */
  assumptions: { code: string; message: string }[];
}

export interface S3Error { code: string; message: string; method?: string; resourceType?: 'OBJECT' | 'BUCKET' }

export interface Written {
  /** null if no configuration could be read. */
  text: string | null;
  /** The name that such a file usually has, and its media type. */
  filename: string;
  mediaType: string;
  /** The command that applies a file of that name, with a placeholder for what is not given; '' where a web page takes it. */
  command: string;
  /** Errors of the source, and what was lost or may change in this format: 'lossy-target', 'target-limit', 'rule-order-lost' (with a
   *  witness where the order matters), 'max-age-becomes-zero', 'owner-ignored', 'owner-deprecated', 'option-unused' (it has no place in
   *  this format), 'comment-lost' (a key that S3 does not know, too), 'placeholder-unresolved', 'more-losses' (there are more than are told). Some have fixes. */
  diagnostics: Diagnostic[];
}

export interface Diagnostic {
  /** kebab-case, stable, never reused: 'unsupported-method'. */
  code: string;
  /** error: S3 refuses it, or it cannot be read. warning: accepted, but not what its author means. info: worth knowing. */
  severity: 'error' | 'warning' | 'info';
  /** What it is about. */
  topic: 'syntax' | 'limit' | 'origin' | 'method' | 'header' | 'security' | 'caching' | 'reachability' | 'compatibility' | 'conversion';
  /** Where S3's answer is a reading and not a record: the code of the assumption. */
  assumption?: string;
  /** 'CORSRules[0].AllowedMethods[1]'; '' is the whole document. */
  path: string;
  message: string;
  /** What to write instead, in the imperative. */
  help?: string;
  /** The values in the message, so that a host can write it in its own language. */
  parameters: Record<string, string | number>;
  /** Where, if the source is text. */
  span?: Span;
  /** Other places that take part: the rule that shadows this one. */
  related?: { path: string; span?: Span; message: string }[];
  /** A request that shows it. */
  witness?: PreflightRequest;
  fixes?: Fix[];
}

export interface Span { start: number; end: number }
export interface TextEdit { span: Span; text: string }
/** `configuration` and `edits` are made when one of them is first read, which is quick but not for nothing: for a list of fixes their titles
 *  are enough. */
export interface Fix { title: string; configuration: CORSConfiguration; edits?: TextEdit[] }

// ---- S3 ----------------------------------------------------------------------------------------------------

export type HeaderList = Record<string, string> | [name: string, value: string][];

/** Left out or null: the request lacks that header. */
export interface PreflightRequest {
  origin?: string | null;
  /** Access-Control-Request-Method. */
  method?: string | null;
  /** Access-Control-Request-Headers: the raw value, or the names, which are then joined with ','. */
  headers?: string | string[] | null;
}

export interface HTTPRequest {
  method: string;
  /** The path and query, or the whole URL. */
  url?: string;
  headers?: HeaderList;
  /** S3 reads it for PUT ?cors only. */
  body?: string;
}
export interface HTTPResponse { status: number; headers: [name: string, value: string][]; body?: string }

export interface Target {
  /** default 'exists'. A source of null is a bucket without a CORS configuration. */
  bucket?: 'exists' | 'missing';
  /** What the URL names; by default the bucket where it ends at one, else an object. 'service' is the endpoint without a bucket, which lists the buckets. */
  resource?: 'object' | 'bucket' | 'service';
  /** How S3 answers the actual request apart from CORS: a status from 200 to 599, default 200. */
  status?: number;
  headers?: HeaderList;
}

export interface Simulation {
  /** S3 sends Access-Control-Allow-Origin. */
  allowed: boolean;
  /** Index of the first rule that matches. */
  rule: number | null;
  /** The request as S3 sees it. */
  request: HTTPRequest;
  /** null only if the source could not be read. */
  response: (HTTPResponse & { error: S3Error | null }) | null;
  trace: RuleTrace[];
  /** Where nothing is known of S3's behaviour and this is a reading: what was assumed, and on what ground. */
  assumptions: { code: string; message: string }[];
  /** The names of the placeholders without a value on which it depends: with some value of theirs a rule might answer that does not. It is
   *  empty where the answer is that of the same rule, or of none, whatever their values are. */
  unset: string[];
  /** Errors of the source: S3 would not have taken it. The simulation is then of what could be read. 'placeholder-unresolved' (a
   *  warning) names each placeholder without a value: a text is then taken as it is written, a list or a number left out. */
  diagnostics: Diagnostic[];
}

/** The status is 0 if the source could not be read, since S3 would then have no configuration to answer from. */
export interface Verdict { allowed: boolean; rule: number | null; status: number }

export interface RuleTrace {
  rule: number;
  id?: string;
  result: 'matched' | 'failed' | 'not-reached';
  /** All checks of a rule that was reached are made, also after one failed. */
  origin: Check;
  method: Check;
  headers: Check[];
}

export interface Check {
  /** What the request carried. */
  value: string;
  result: 'matched' | 'failed' | 'not-reached';
  /** The element that matched, or that came nearest, or the list that was searched. */
  path: string;
  /** Its text. */
  pattern?: string;
  /** Why it failed: 'scheme-differs', 'port-differs', 'trailing-slash', 'case-differs', 'no-allowed-headers', ...; 'value-not-set' where its text is a placeholder without a value. */
  reason?: string;
  message: string;
  /** The values in the message, so that a host can write it in its own language. */
  parameters?: Record<string, string | number>;
  span?: Span;
}

// ---- PutBucketCors -----------------------------------------------------------------------------------------

/** As x-amz-sdk-checksum-algorithm names them (API_PutBucketCors; CRC64NVME by boto3's reference). */
export type ChecksumAlgorithm = 'CRC32' | 'CRC32C' | 'SHA1' | 'SHA256' | 'CRC64NVME';

/** An empty string counts as left out. */
export interface PutOptions {
  /** The bucket's name; left out, BUCKET stands in its place, which no bucket can be called. */
  bucket?: string;
  /** The http or https URL of an S3-compatible service, 'https://' left out if you like; the bucket is then a part of the path. By
   *  default AWS, with the bucket in the host where its name allows that. */
  endpoint?: string;
  /** Adds this checksum to Content-MD5. */
  checksumAlgorithm?: ChecksumAlgorithm;
  /** Account ID. S3 answers 403 if the bucket is not that account's; IBM COS ignores it (its reference of BucketCors.put). */
  expectedBucketOwner?: string;
}

/** Everything but the diagnostics is null if no configuration could be read. */
export interface PreparedPut {
  /** The request without its signature: URL, all headers in the documented order (API_PutBucketCors), and toXML's text as the
   *  body. The digests are those of the body in UTF-8, and Content-Length counts its bytes. */
  request: (HTTPRequest & { url: string; headers: [name: string, value: string][]; body: string }) | null;
  /** A command for a POSIX shell that sends this very request, signed by curl (7.88 or later) with AWS_ACCESS_KEY_ID,
   *  AWS_SECRET_ACCESS_KEY and, where they are set, AWS_SESSION_TOKEN and AWS_REGION. */
  curl: string | null;
  /** `aws s3api put-bucket-cors`, for a POSIX shell. The client writes XML and digests of its own, as do the programs below. */
  awsCli: string | null;
  /** A Python program: put_bucket_cors of boto3. */
  boto3: string | null;
  /** A Python program: BucketCors(...).put(...) of ibm_boto3, for IBM COS. */
  ibmBoto3: string | null;
  /** Errors of the source, and 'owner-ignored' where expectedBucketOwner is given. */
  diagnostics: Diagnostic[];
}

/** What S3 knows of the bucket. */
export interface PutFacts {
  /** default 'exists' */
  bucket?: 'exists' | 'missing';
  /** Account ID of the owner; left out, x-amz-expected-bucket-owner is taken to be right. */
  bucketOwner?: string;
  /** default 's3'. IBM COS is taken to answer as S3 does, but for the expected owner, which it ignores. */
  service?: 's3' | 'ibm-cos';
}

export interface PutAnswer {
  accepted: boolean;
  /** 200, or the first error in the order in which S3 checks: size of the body, digests, bucket, owner, document. null only
   *  if the source, which is not a string, could not be read. */
  response: { status: number; error: S3Error | null } | null;
  /** Where nothing is known of the service's behaviour and this is a reading: what was assumed, and on what ground. Readings of
   *  the document are among them only if it decided. */
  assumptions: { code: string; message: string }[];
  /** Errors of the document, also where S3 refuses the request before it looks at it. */
  diagnostics: Diagnostic[];
}

// ---- the browser -------------------------------------------------------------------------------------------

export type Browser = 'chrome' | 'firefox' | 'safari';

export interface FetchCall {
  /** The page's URL or origin; 'null' for an opaque origin (sandboxed frame, data:, file:). */
  page: string;
  url: string;
  /** default 'fetch' */
  via?: 'fetch' | 'xhr' | 'img' | 'script' | 'stylesheet' | 'font' | 'media' | 'form' | 'beacon';
  /** default GET */
  method?: string;
  headers?: HeaderList;
  credentials?: 'omit' | 'same-origin' | 'include';
  mode?: 'cors' | 'no-cors' | 'same-origin' | 'navigate';
  /** The kind of body, which decides the Content-Type that the browser adds; a Blob or File by its type. */
  body?: 'none' | 'string' | 'urlencoded' | 'form-data' | 'bytes' | 'stream' | { type: string };
  /** For elements: the crossorigin attribute. */
  crossorigin?: string;
  /** A listener on xhr.upload. */
  uploadListener?: boolean;
  /** Names of response headers that the script reads; infer exposes them. */
  reads?: string[];
}

/** A bucket on S3, or responses that are given: where one of the two is left out the other stands for it, and without any the
 *  server answers 200 without headers. Each response has a status of three digits. */
export type Server =
  | ({ cors: Source | null; redirects?: Redirect[] } & Target & Caching)
  | ({ preflight?: HTTPResponse; response?: HTTPResponse; redirects?: Redirect[] } & Caching);

/** What lies between the page and the server that answers last, and has kept the response to an earlier request for the same URL,
 *  which is taken to be fresh still. */
export interface Caching {
  /** default 'none'. 'browser': the browser's HTTP cache. The others are CloudFront distributions. 'cdn' takes GET and HEAD alone and
   *  does not pass Origin on (the managed cache policy CachingOptimized and nothing else). 'cdn-forward' takes all methods and passes
   *  Origin on, without it in its cache key (the managed origin request policy CORS-S3Origin besides). 'cdn-origin' takes all methods
   *  and has Origin in its cache key. */
  cache?: 'none' | 'browser' | 'cdn' | 'cdn-forward' | 'cdn-origin';
  /** What came first. `origin` is its Origin header; left out or null, it had none, as that of an `<img>` without crossorigin.
   *  `response` is what was answered; left out, the bucket's own answer, or the response that is given. */
  first?: { origin?: string | null; response?: HTTPResponse };
}

/** Redirects that are answered before the last response. `preflight` answers the preflight to the URL that redirects, where the
 *  browser sends one; the server's own `preflight` belongs to the last URL. */
export interface Redirect { status: number; location: string; headers?: HeaderList; preflight?: HTTPResponse }

/** What one browser does otherwise than the standard. */
export interface BrowserDifference {
  /** Those of the browser; beside the reasons of an Exchange: 'url-has-credentials', 'stream-body-unsupported', 'stream-body-needs-http-2'. */
  outcome: Exchange['outcome'];
  reason: string;
  /** Where the browser sends other requests than the standard, these four are those of the browser, as Exchange has them; otherwise
   *  they are left out, and those of the exchange hold. */
  origin?: string | null;
  preflight?: Exchange['preflight'];
  request?: HTTPRequest | null;
  response?: HTTPResponse | null;
}

export interface Exchange {
  /** opaque: sent, and nothing can be read. threw: fetch() refused before anything was sent. */
  outcome: 'readable' | 'opaque' | 'blocked' | 'threw';
  /** 'ok', or why not: 'acao-missing', 'acao-mismatch', 'acao-wildcard-with-credentials', 'acac-not-true',
   *  'preflight-status-not-ok', 'acam-unparsable', 'acah-unparsable', 'method-not-allowed',
   *  'header-not-allowed:NAME', 'redirect-url-has-credentials', ... Of a beacon that threw: 'scheme-not-http',
   *  'stream-body-keepalive'. */
  reason: string;
  /** The Origin header of the last request; null where none is sent. */
  origin: string | null;
  preflight: null | {
    /** 'method-not-safelisted', 'unsafe-headers', 'upload-listener', 'stream-body' */
    reasons: string[];
    request: HTTPRequest;
    response: HTTPResponse;
    passed: boolean;
    reason: string;
    /** Seconds for which the browser keeps the answer. */
    cacheSeconds: Record<Browser, number>;
    simulation?: Simulation;
  };
  /** The actual request and its response; null where it is never sent. */
  request: HTTPRequest | null;
  response: HTTPResponse | null;
  /** How S3 came to its answer, where the server is a bucket. One whose source could not be read answers here as one without a
   *  configuration does, and the simulation says what is wrong with the source. */
  simulation?: Simulation;
  /** Names, in lower case, of the response headers that the page's script can read, and of those that it cannot. */
  readableHeaders: string[];
  hiddenHeaders: string[];
  /** What each browser prints on its console, and the exception that the script sees. */
  console: Record<Browser, string[]>;
  exception: Record<Browser, string | null>;
  /** Browsers that decide otherwise than the standard, or send other requests. */
  differences: Partial<Record<Browser, BrowserDifference>>;
  /** What the cache before the server made of the last request, by the standards; null without one, and for a preflight or another
   *  method than GET and HEAD that it passes on. Where it answers, `response` is what it has kept, and `simulation` is of the first request. */
  cached: null | {
    by: 'browser' | 'cdn' | 'cdn-forward' | 'cdn-origin';
    /** The kept response answers. */
    used: boolean;
    /** 'same-url', 'same-key', 'same-key-with-origin', 'origin-not-forwarded', where it is of no matter whether it is kept;
     *  'not-stored', 'server-asked', 'vary-differs', 'key-differs', 'method-refused' (with 403). */
    reason: string;
    /** The same in a sentence. */
    why: string;
    /** The request that came first, and the response to it. */
    first: { request: HTTPRequest; response: HTTPResponse };
    /** What to do, each in the imperative, the simplest first; empty unless the call fails because of the cache alone. */
    cure: string[];
  };
  /** The exchange step by step, in the order in which it happens, in words. */
  steps: { actor: 'page' | 'browser' | 's3'; title: string; detail: string; ok: boolean }[];
}

// ---- meaning -----------------------------------------------------------------------------------------------

export interface Comparison {
  /** Which requests `after` allows, measured against `before`. Exact: 'same' means that none is allowed by one alone;
   *  they answer alike too only if `changed` is empty. */
  relation: 'same' | 'narrower' | 'wider' | 'different';
  gained: Difference[];
  lost: Difference[];
  /** Allowed by both, with other CORS response headers. */
  changed: Difference[];
  /** There are more differences than the 200 of each kind that are told. */
  more: boolean;
  /** Patterns for each character there is stand in the way of a witness; what has none is not told. */
  inexact: boolean;
}

export interface Difference {
  /** Index of the rule that allows it: of `after` in gained, of `before` in lost, of `after` in changed. */
  rule: number;
  /** Checked by simulating it against both. */
  witness: PreflightRequest;
  /** Whether a browser could send the witness: its Origin is one that browsers serialise. */
  browser: boolean;
  message: string;
}

export interface Suggestion {
  title: string;
  configuration: CORSConfiguration;
  edits?: TextEdit[];
  /** What else the change allows. */
  comparison: Comparison;
  /** Errors of the source, as a Simulation has them: the change is then of what could be read, and of nothing if that is all. */
  diagnostics: Diagnostic[];
}

export interface Inference { configuration: CORSConfiguration; diagnostics: Diagnostic[] }

/** The file format of saved expectations, the project's own corpus included. */
export interface Suite {
  source?: string;
  configuration: Source | null;
  cases: SuiteCase[];
}
export interface SuiteCase {
  name: string;
  source?: string;
  target?: Target;
  /** One of the three. */
  preflight?: PreflightRequest;
  request?: HTTPRequest;
  call?: FetchCall;
  expect: {
    allowed?: boolean; rule?: number | null; status?: number; error?: Partial<S3Error>;
    /** Header values that must be there; null: must not. */
    headers?: Record<string, string | null>;
    outcome?: Exchange['outcome']; reason?: string; readable?: string[];
  };
}
export interface SuiteReport {
  passed: number;
  failed: number;
  results: { name: string; passed: boolean; differences: { field: string; expected: unknown; actual: unknown }[] }[];
  /** Errors of the configuration, if it could not be read: the bucket then has none. */
  diagnostics: Diagnostic[];
}

// ---- pasted text -------------------------------------------------------------------------------------------

export interface ReadCall {
  /** null if there is no request, or it has no URL. `page` is '' where neither Origin nor Referer says it, and `url` is '' where the
   *  script computes it; each is then among the diagnostics. The headers are those that script sets: those that the browser writes
   *  itself are left out, which 'browser-headers' says. */
  call: FetchCall | null;
  format: 'curl' | 'powershell' | 'fetch' | 'http' | 'url' | null;
  /** 'call-not-found', 'url-missing' (errors), 'page-unknown', 'url-unknown', 'placeholder', 'body-unknown', 'unclosed-quote',
   *  'unreadable-header' (warnings), 'browser-headers', 'cookies', 'preflight-pasted', 'head-method', 'more-calls', 'scheme-assumed',
   *  'signed-by-curl', 'unknown-option', 'curly-quotes'. */
  diagnostics: Diagnostic[];
}

export interface ReadHAR {
  /** In the order of the file. Navigations and requests to the page's own origin are left out. */
  calls: RecordedCall[];
  /** The path counts the entries of the file: 'log.entries[3]'. Each code is told once; `parameters.count` says how often it holds.
   *  'har-not-found' (error), 'har-cut-off', 'too-many-calls', 'page-unknown' (warnings), 'cookies', 'header-values-unknown',
   *  'no-cross-origin-calls', 'preflight-alone'. */
  diagnostics: Diagnostic[];
}

/** A call with what answered it; calls that differ in nothing that CORS looks at are one, with the responses to the first. */
export interface RecordedCall {
  /** What script read of the response is not in the file, so that `reads` is left out. */
  call: FetchCall;
  /** null: none came, since the browser blocked the call or the connection failed. The body is there for errors and redirects only. */
  response: HTTPResponse | null;
  /** null: there was none, or the browser had its answer already. */
  preflight: HTTPResponse | null;
  count: number;
}

/** A well-known client as the calls that it makes. */
export interface Preset {
  /** kebab-case, stable, never reused: 'sdk-js-upload'. */
  name: string;
  title: string;
  /** What it does, and what it needs of the configuration: two sentences. */
  story: string;
  calls: FetchCall[];
  /** Where it is shown that the client makes these calls. */
  authority: string;
}

export interface ReadResponse {
  /** The last response in the text; null if there is none. */
  response: HTTPResponse | null;
  /** Those before it, in their order: 100 Continue, redirects, what a proxy answered. */
  earlier: HTTPResponse[];
  /** Those of them that redirect, as Server takes them. */
  redirects: Redirect[];
  /** 'response-not-found' (error), 'status-assumed', 'unreadable-header' (warnings). */
  diagnostics: Diagnostic[];
}

export interface Explanation {
  /** What the text is; null: nothing was recognised, and `next` says what can be pasted. */
  kind: 'console' | 's3-error' | 'client-error' | 'validation' | null;
  /** The browser's own name of the line ('kMissingAllowOriginHeader', 'CORSMissingAllowOrigin2'), S3's error code, or a kebab-case name. */
  code: string | null;
  /** The check that failed, as Exchange.reason has it; null where the text names none. */
  reason: string | null;
  /** yes: a CORS check, which the bucket's CORS configuration or what stands in front of the bucket decides. no: something else,
   *  even where the browser words it as CORS. perhaps: the text does not tell. */
  cors: 'yes' | 'no' | 'perhaps';
  /** Which answer failed the check, where the text says so. */
  failed: 'preflight' | 'response' | null;
  /** What it means, in a sentence. */
  meaning: string;
  /** What to look at next, in the imperative, the likeliest first. */
  next: string[];
  /** What the text names. */
  browser: Browser | null;
  origin: string | null;
  url: string | null;
  error: S3Error | null;
  /** Why the browser reports this error, which is not CORS, as one of CORS. */
  shownAsCORS: string | null;
  /** Everything else that the text names: method, header, acao, acac, status, Region, ... */
  values: Record<string, string>;
  /** The code of the assumption on which S3's answer rests. */
  assumption: string | null;
  /** The common pains behind it, the likeliest first. */
  related: Pain[];
  /** Where it is in the text. */
  span: Span | null;
  /** What else was recognised, and says less. */
  also: { kind: 'console' | 's3-error' | 'client-error' | 'validation'; code: string; span: Span }[];
}

export type Pain =
  | 'headers-missing' | 'cached-without-origin' | 'cdn-without-origin' | 'etag-not-exposed' | 'wrong-container' | 'misspelled-member'
  | 'presigned-put-headers' | 'sdk-checksum-headers' | 'unsupported-method' | 'origin-differs' | 'wildcard'
  | 'credentials' | 'redirect-to-region' | 'rights-shown-as-cors' | 'method-not-listed' | 'response-header-hidden'
  | 'origin-null';
