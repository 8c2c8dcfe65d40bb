/**
 * What every client has to find the server to be.
 */

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { refused, tenRules, withoutEmpty, withoutZero } from './configurations.js';
import { ClientError } from './programs.js';
import { startServer } from './server.js';
import { digestsOf, formOf, recorded, recordingsOf } from './wire.js';

/** @typedef {import('./configurations.js').CORSConfiguration} CORSConfiguration */
/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */
/** @typedef {{ checksumAlgorithm?: string, contentMD5?: string }} PutOptions */

/**
 * A client, as the tests use it. Its calls throw a ClientError with what it says of the server's error.
 *
 * @typedef {object} Client
 * @property {(bucket: string, configuration: CORSConfiguration, options?: PutOptions) => Promise<unknown>} put
 * @property {(bucket: string) => Promise<CORSConfiguration | null>} get null: none is set
 * @property {(bucket: string) => Promise<unknown>} delete
 * @property {(bucket: string, key: string, text: string) => Promise<unknown>} [putObject]
 * @property {(bucket: string, key: string) => Promise<string>} [getObject]
 * @property {() => unknown} [close]
 */

/**
 * @typedef {object} Traits
 * @property {string} name with its version
 * @property {string} family its name in testdata/put/wire.json
 * @property {(server: Server) => Client | Promise<Client>} start
 * @property {string[]} [algorithms] the checksums that it can be told to send with a configuration
 * @property {boolean} [objects] it puts and gets objects here
 * @property {boolean} [hidesAbsence] a bucket without a configuration is no error to it
 * @property {boolean} [omitsZero] it leaves out a MaxAgeSeconds of 0, and empty texts
 */

/**
 * Fails, or says so where nothing has to be there: a client that should be tested is not installed.
 *
 * @param {string} name
 */
export function missing(name) {
  const advice = `${name} is not installed; web/install-clients.sh installs it`;
  test(name, { skip: process.env.CI ? false : advice }, () => assert.fail(advice));
}

/**
 * A client behind a program that takes its calls as lines.
 *
 * @param {ReturnType<typeof import('./programs.js').converse>} conversation
 * @returns {Client}
 */
export function clientOver({ ask, close }) {
  return {
    put: (bucket, configuration, options) => ask({ call: 'put', bucket, configuration, ...options }),
    get: (bucket) => ask({ call: 'get', bucket }),
    delete: (bucket) => ask({ call: 'delete', bucket }),
    putObject: (bucket, key, text) => ask({ call: 'putObject', bucket, key, text }),
    getObject: (bucket, key) => ask({ call: 'getObject', bucket, key }),
    close,
  };
}

/**
 * Tests a client.
 *
 * @param {Traits} traits
 * @param {(the: { server: Server, client: Client }) => void} [more] tests for this client alone; `the` is filled before they run
 */
export function describeClient(traits, more) {
  describe(traits.name, () => {
    const the = /** @type {{ server: Server, client: Client }} */ ({});
    before(async () => {
      the.server = await startServer();
      the.client = await traits.start(the.server);
    });
    after(async () => {
      the.client?.close?.();
      await the.server?.close();
    });
    testConfiguration(traits, the);
    testErrors(the);
    if (traits.objects) testObjects(the);
    more?.(the);
  });
}

/**
 * @param {Traits} traits
 * @param {{ server: Server, client: Client }} the
 */
function testConfiguration({ family, hidesAbsence, omitsZero, algorithms = [] }, the) {
  /**
   * What comes back of a configuration that the client puts.
   *
   * @param {CORSConfiguration} configuration
   */
  const expected = (configuration) => withoutEmpty(omitsZero ? withoutZero(configuration) : configuration);

  test('puts ten rules with every field, gets them back equal, deletes them and finds none', async () => {
    await the.client.put('bucket', tenRules);
    assert.deepEqual(withoutEmpty(await read(the.client)), expected(tenRules));
    await the.client.delete('bucket');
    if (hidesAbsence) {
      assert.equal(await the.client.get('bucket'), null);
    } else {
      await assert.rejects(the.client.get('bucket'), says('NoSuchCORSConfiguration', 'The CORS configuration does not exist'));
    }
    assert.ok(the.server.requests.some(({ status, error }) => status === 404 && error === 'NoSuchCORSConfiguration'));
    await the.client.delete('bucket');
    assert.equal(the.server.requests.at(-1)?.status, 204, 'deleting what is not there is no error');
  });

  const onRecord = recordingsOf(family);
  for (const [name, configuration] of Object.entries(recorded)) {
    test(`puts a request of the form that is on record, and gets back what it put: ${name}`, async () => {
      await the.client.put('bucket', configuration);
      const request = the.server.requests.at(-1);
      assert.ok(request);
      isOneOf(digestsOf(request.headers), onRecord.map((recording) => digestsOf(recording.request.headers)));
      const alike = onRecord.filter((recording) => recording.configuration === name);
      if (alike.length > 0) isOneOf(formOf(request), alike.map((recording) => formOf(recording.request)));
      assert.deepEqual(withoutEmpty(await read(the.client)), expected(configuration));
    });
  }

  for (const checksumAlgorithm of algorithms) {
    test(`sends a ${checksumAlgorithm} that the server finds right`, async () => {
      await the.client.put('bucket', recorded['two rules'], { checksumAlgorithm });
      const request = the.server.requests.at(-1);
      const header = `x-amz-checksum-${checksumAlgorithm.toLowerCase()}`;
      assert.ok(request?.headers.some(([sent]) => sent.toLowerCase() === header), show(request?.headers));
      assert.equal(request?.status, 200);
    });
  }
}

/** @param {{ server: Server, client: Client }} the */
function testErrors(the) {
  for (const { name, configuration, code, message } of refused) {
    test(`tells S3's code and message: ${name}`, () => assert.rejects(the.client.put('bucket', configuration), says(code, message)));
  }

  test('finds what was there after a configuration was refused', async () => {
    await the.client.put('bucket', recorded['two rules']);
    await assert.rejects(the.client.put('bucket', refused[0].configuration));
    assert.deepEqual(withoutEmpty(await read(the.client)), recorded['two rules']);
  });

  test("tells S3's code and message: no such bucket", async () => {
    await assert.rejects(the.client.put('no-such-bucket', tenRules), says('NoSuchBucket', 'The specified bucket does not exist'));
  });
}

/** @param {{ server: Server, client: Client }} the */
function testObjects(the) {
  test('puts an object and gets it back', async () => {
    const text = 'né\r\n'.repeat(1000);
    await the.client.putObject?.('bucket', 'a folder/é+&.txt', text);
    assert.equal(await the.client.getObject?.('bucket', 'a folder/é+&.txt'), text);
  });
}

/** @param {Client} client */
async function read(client) {
  const configuration = await client.get('bucket');
  assert.ok(configuration);
  return configuration;
}

/**
 * @param {string} code
 * @param {string} message
 */
export function says(code, message) {
  return (/** @type {unknown} */ error) => {
    assert.ok(error instanceof ClientError, String(error));
    assert.deepEqual({ code: error.code, message: error.message }, { code, message });
    return true;
  };
}

/**
 * @param {unknown} value
 * @param {unknown[]} values
 */
function isOneOf(value, values) {
  assert.ok(values.map(show).includes(show(value)), `${show(value)} is none of ${show(values)}`);
}

/** @param {unknown} value */
function show(value) {
  return JSON.stringify(value);
}
