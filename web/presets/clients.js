/**
 * Well-known clients, and the calls that each makes of a bucket. testdata/calls.json has what they were seen to send.
 */

/** @typedef {import('../s3cors.js').FetchCall} FetchCall */
/** @typedef {Omit<FetchCall, 'page' | 'url'> & { key: string }} Call  `key`: the URL within the bucket, with the query. */
/** @typedef {Omit<import('../s3cors.js').Preset, 'calls'> & { calls: Call[] }} Client */

const presigned = 'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=example';

/** What the SDK for JavaScript signs and sends with each call; x-amz-security-token only with temporary credentials, which pages have. */
const signed = /** @type {const} */ ({
  'amz-sdk-invocation-id': '40abb7e0-4983-49cc-bb12-0a5d3600a404',
  'amz-sdk-request': 'attempt=1; max=3',
  authorization: 'AWS4-HMAC-SHA256 Credential=example',
  'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'x-amz-date': '20260102T030405Z',
  'x-amz-security-token': 'example',
  'x-amz-user-agent': 'aws-sdk-js/3.1169.0',
});
/** The integrity protection that the SDK adds to uploads since version 3.729. */
const checked = { 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-sdk-checksum-algorithm': 'CRC32' };

/** @type {Client[]} */
export const clients = [
  {
    name: 'sdk-js-upload',
    title: 'SDK for JavaScript v3: PutObject',
    story: 'The page signs a PUT itself and adds a checksum to it. Every header that it sends has to be allowed by name or pattern, x-amz-checksum-crc32 and x-amz-sdk-checksum-algorithm too.',
    authority: '@aws-sdk/client-s3 3.1169.0 in Chromium 156, recorded',
    calls: [{ key: 'photo.png?x-id=PutObject', method: 'PUT', headers: { ...signed, ...checked, 'content-type': 'image/png' }, body: 'bytes', reads: ['ETag'] }],
  },
  {
    name: 'sdk-js-multipart',
    title: 'SDK for JavaScript v3: multipart upload',
    story: 'Upload of @aws-sdk/lib-storage begins with a POST, puts each part, and ends with another POST, or with DELETE where it is cancelled. It reads the ETag of each part, which has to be exposed.',
    authority: '@aws-sdk/lib-storage 3.1169.0 in Chromium 156, recorded',
    calls: [
      { key: 'film.mp4?uploads=', method: 'POST', headers: { ...signed, 'x-amz-checksum-algorithm': 'CRC32', 'content-type': 'video/mp4' } },
      { key: 'film.mp4?partNumber=1&uploadId=example&x-id=UploadPart', method: 'PUT', headers: { ...signed, ...checked, 'content-type': 'application/octet-stream' }, body: 'bytes', reads: ['ETag'] },
      { key: 'film.mp4?uploadId=example', method: 'POST', headers: { ...signed, 'content-type': 'application/xml' }, body: 'string' },
      { key: 'film.mp4?uploadId=example&x-id=AbortMultipartUpload', method: 'DELETE', headers: signed },
    ],
  },
  {
    name: 'sdk-js-browse',
    title: 'SDK for JavaScript v3: list, read and delete',
    story: 'The page lists the bucket, and reads and deletes objects, each with a signature in headers. A signed GET is preflighted, so that reading needs AllowedHeaders as well.',
    authority: '@aws-sdk/client-s3 3.1169.0 in Chromium 156, recorded',
    calls: [
      { key: '?list-type=2', headers: signed },
      { key: 'photo.png?x-id=GetObject', headers: { ...signed, 'x-amz-checksum-mode': 'ENABLED' }, reads: ['ETag'] },
      { key: 'photo.png', method: 'HEAD', headers: signed, reads: ['ETag'] },
      { key: 'photo.png?x-id=DeleteObject', method: 'DELETE', headers: signed },
    ],
  },
  {
    name: 'presigned-put',
    title: 'Upload with a presigned URL',
    story: 'The server signs a URL, and the page puts a file to it with fetch(). PUT and the type of the file make a preflight, which asks for content-type.',
    authority: 'fetch() of Chromium 156 and Firefox 153, recorded; Fetch, section "CORS-preflight fetch"',
    calls: [{ key: `photo.png?${presigned}`, method: 'PUT', body: { type: 'image/png' } }],
  },
  {
    name: 'presigned-post',
    title: 'Upload with a POST policy',
    story: 'The server signs a policy, and the page posts a form with the fields and the file. That is a simple request without a preflight: only the answer needs a rule, to be read.',
    authority: 'fetch() of Chromium 156 and Firefox 153, recorded; Amazon S3 API Reference, "POST Object"',
    calls: [{ key: '', method: 'POST', body: 'form-data' }],
  },
  {
    name: 'uppy-multipart',
    title: 'Uppy: multipart upload with signed URLs',
    story: 'Uppy begins an upload with a POST, puts each part to a URL of its own, and completes or cancels it; small files are one PUT. It reads the ETag of each part, and fails at the end if it is not exposed.',
    authority: '@uppy/aws-s3 6.3.1 in Chromium 156, recorded; the list of parts by its source (S3mini.listParts)',
    calls: [
      { key: `film.mp4?${presigned}&uploads=`, via: 'xhr', method: 'POST', headers: { 'content-type': 'video/mp4' }, uploadListener: true },
      { key: `film.mp4?${presigned}&uploadId=example&partNumber=1`, via: 'xhr', method: 'PUT', body: 'bytes', uploadListener: true, reads: ['ETag'] },
      { key: `film.mp4?${presigned}&uploadId=example`, via: 'xhr', uploadListener: true },
      { key: `film.mp4?${presigned}&uploadId=example`, via: 'xhr', method: 'POST', headers: { 'content-type': 'application/xml' }, body: 'string', uploadListener: true },
      { key: `film.mp4?${presigned}&uploadId=example`, via: 'xhr', method: 'DELETE', uploadListener: true },
      { key: `photo.png?${presigned}`, via: 'xhr', method: 'PUT', headers: { 'content-type': 'image/png' }, body: 'bytes', uploadListener: true, reads: ['ETag'] },
    ],
  },
  {
    name: 'pdf-js',
    title: 'pdf.js: pages by ranges',
    story: 'pdf.js asks for the document, and then for ranges of it if it may read that the server has ranges. Accept-Ranges and Content-Range have to be exposed, or it loads the whole document first.',
    authority: 'pdfjs-dist 5.6.205 in Chromium 156 and Firefox 153, recorded; what it reads by its source (validateRangeRequestCapabilities, extractFilenameFromHeader)',
    calls: [
      { key: 'document.pdf', reads: ['Accept-Ranges', 'Content-Length', 'Content-Encoding', 'Content-Disposition'] },
      { key: 'document.pdf', headers: { Range: 'bytes=0-65535' }, reads: ['Content-Range'] },
    ],
  },
  {
    name: 'fonts',
    title: 'Web fonts',
    story: 'A stylesheet names a font in the bucket. Browsers fetch fonts in CORS mode always, whatever the stylesheet says.',
    authority: 'Chromium 156 and Firefox 153, recorded; CSS Fonts, "font fetching requirements"',
    calls: [{ key: 'font.woff2', via: 'font' }],
  },
  {
    name: 'hls',
    title: 'Video: hls.js',
    story: 'The player reads playlists, keys and segments with XMLHttpRequest, segments by range where the playlist says so. A single range is a simple request, so that GET is all that it needs.',
    authority: 'hls.js 1.7.4 in Chromium 156 and Firefox 153, recorded',
    calls: [
      { key: 'film/main.m3u8', via: 'xhr' },
      { key: 'film/key.bin', via: 'xhr' },
      { key: 'film/segment1.ts', via: 'xhr' },
      { key: 'film/all.ts', via: 'xhr', headers: { Range: 'bytes=0-999' } },
    ],
  },
  {
    name: 'canvas-images',
    title: 'Images on a canvas',
    story: 'The page draws an image on a canvas or a WebGL texture, and reads the pixels. The image needs the crossorigin attribute from its first use on, since a copy in the cache that came without CORS headers will not do.',
    authority: 'Chromium 156 and Firefox 153, recorded; HTML, "CORS settings attributes"',
    calls: [{ key: 'photo.png', via: 'img', crossorigin: 'anonymous' }],
  },
  {
    name: 'public-get',
    title: 'Public data',
    story: 'The page reads an object that anyone may read. It is a simple request: GET for its origin is all that it needs.',
    authority: 'fetch() of Chromium 156 and Firefox 153, recorded',
    calls: [{ key: 'data.json' }],
  },
  {
    name: 'duckdb-wasm',
    title: 'DuckDB in the page: Parquet by ranges',
    story: 'DuckDB asks with HEAD how long a file is, and reads the pieces that a query needs. HEAD has to be allowed beside GET, and Accept-Ranges exposed.',
    authority: 'the source of duckdb-wasm (packages/duckdb-wasm/src/bindings/runtime_browser.ts)',
    calls: [
      { key: 'data.parquet', via: 'xhr', method: 'HEAD', headers: { Range: 'bytes=0-' }, reads: ['Accept-Ranges', 'Content-Length'] },
      { key: 'data.parquet', via: 'xhr', headers: { Range: 'bytes=0-16383' } },
    ],
  },
  {
    name: 'geotiff',
    title: 'geotiff.js: maps by ranges (COG)',
    story: 'geotiff.js reads the head of a cloud-optimised GeoTIFF and then the tiles that are shown, each by a range. It reads Content-Range, which has to be exposed.',
    authority: 'geotiff 3.0.5 in Chromium 156 and Firefox 153, recorded; what it reads by its source (RemoteSource)',
    calls: [{ key: 'map.tif', headers: { Range: 'bytes=0-1023' }, reads: ['Content-Type', 'Content-Range'] }],
  },
];
