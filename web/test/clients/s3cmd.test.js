/** s3cmd, which puts a file as it is and shows the document that it gets. */

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { load } from '../../s3cors.js';
import {  } from './configurations.js';
import { ClientError, programs, run } from './programs.js';
import { describeClient, missing } from './suite.js';
import { recorded, recordingsOf } from './wire.js';

const s3cors = await load();
const found = programs('s3cmd', ['--version']);
if (found.length === 0) missing('s3cmd');

for (const { program, output } of found) {
  describeClient({
    name: output.replace(' version', ''),
    family: 's3cmd',
    start: (server) => start(program, server),
    hidesAbsence: true,
  }, (the) => {
    // A line break of CR LF is none of them: s3cmd reads the file as a text, and writes LF.
    test('puts the bytes of a file untouched', async () => {
      const document = '\ufeff<?xml version="1.0"?><!-- é 😀 -->\n\n<CORSConfiguration ><CORSRule>\n\t<AllowedMethod\n>GET</AllowedMethod>'
        + '<AllowedOrigin><![CDATA[https://a.example]]></AllowedOrigin></CORSRule></CORSConfiguration>\n\n';
      await /** @type {any} */ (the.client).putDocument('bucket', document);
      const request = the.server.requests.at(-1);
      assert.equal(request?.body.toString('utf8'), document);
      assert.deepEqual(await the.client.get('bucket'), { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['https://a.example'] }] });
    });

    test('names the bucket in the path, with a slash after it, in each of the three calls', async () => {
      const before = the.server.requests.length;
      await the.client.put('bucket', recorded['two rules']);
      await the.client.get('bucket');
      await the.client.delete('bucket');
      const calls = the.server.requests.slice(before).filter(({ url }) => url.includes('cors')).map(({ method, url }) => `${method} ${url}`);
      assert.deepEqual(calls, ['PUT /bucket/?cors', 'GET /bucket/?cors', 'DELETE /bucket/?cors']);
    });
  });
}

/**
 * @param {string} program
 * @param {import('./suite.js').Server} server
 * @returns {Promise<import('./suite.js').Client & { putDocument: (bucket: string, document: string) => Promise<unknown> }>}
 */
async function start(program, server) {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-s3cmd-'));
  const file = join(folder, 'cors.xml');
  await writeFile(join(folder, 'empty'), '');
  const host = `127.0.0.1:${server.port}`;
  // A host for buckets that does not hold the bucket's name means URLs in the path style.
  const options = ['--config', join(folder, 'empty'), '--access_key=AKIAIOSFODNN7EXAMPLE', '--secret_key=secret', '--region=us-east-1', '--no-ssl', `--host=${host}`, `--host-bucket=${host}`];

  const s3cmd = async (/** @type {string[]} */ ...command) => {
    const { status, stdout, stderr } = await run(program, [...options, ...command]);
    if (status === 0) return stdout;
    const error = /ERROR: S3 error: \d+ \((\w+)\): (.*)/.exec(stderr);
    if (!error) throw new Error(`s3cmd ${command[0]} ended with ${status}: ${stderr}`);
    throw new ClientError(error[1], error[2]);
  };
  const putDocument = async (/** @type {string} */ bucket, /** @type {string} */ document) => {
    await writeFile(file, document);
    await s3cmd('setcors', file, `s3://${bucket}`);
  };

  return {
    putDocument,
    put: (bucket, configuration) => putDocument(bucket, documentOf(configuration)),
    async get(bucket) {
      const shown = /^ {3}CORS: +([^]*?)\n {3}\w+:/m.exec(await s3cmd('info', `s3://${bucket}`))?.[1];
      assert.ok(shown);
      return shown === 'none' ? null : s3cors.parse(shown).configuration;
    },
    delete: (bucket) => s3cmd('delcors', `s3://${bucket}`),
    close: () => rm(folder, { recursive: true }),
  };
}

/**
 * The file for a configuration: the recorded one where there is one, since its form is the file's and not the client's.
 *
 * @param {import('./configurations.js').CORSConfiguration} configuration
 */
function documentOf(configuration) {
  const name = Object.keys(recorded).find((one) => recorded[one] === configuration);
  return recordingsOf('s3cmd').find((recording) => recording.configuration === name)?.request.body ?? s3cors.toXML(configuration).text ?? '';
}
