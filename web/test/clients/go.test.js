/** The AWS SDK for Go v2 and minio-go, each in a program of the module in go/. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

import { converse } from './programs.js';
import { clientOver, describeClient } from './suite.js';

const folder = new URL('go/', import.meta.url);
const built = mkdtempSync(join(tmpdir(), 's3cors-go-clients-'));
after(() => rmSync(built, { recursive: true }));

const { status, stderr } = spawnSync('go', ['build', '-buildvcs=false', '-o', built, './aws', './minio'], { cwd: fileURLToPath(folder), encoding: 'utf8' });
if (status !== 0) throw new Error(`go build ended with ${status}: ${stderr}`);

describeClient({
  name: `aws-sdk-go-v2 service/s3 ${version('github.com/aws/aws-sdk-go-v2/service/s3')}`,
  family: 'aws-sdk-go-v2',
  start: (server) => clientOver(converse(join(built, 'aws'), [server.url])),
  algorithms: ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'],
  objects: true,
});

// Its rule has plain fields, which are left out where they are 0 or empty; GetBucketCors gives nil for NoSuchCORSConfiguration.
describeClient({
  name: `minio-go ${version('github.com/minio/minio-go/v7')}`,
  family: 'minio-go',
  start: (server) => clientOver(converse(join(built, 'minio'), [server.url])),
  objects: true,
  hidesAbsence: true,
  omitsZero: true,
});

/** @param {string} module */
function version(module) {
  const line = readFileSync(new URL('go.mod', folder), 'utf8').split('\n').find((text) => text.trim().startsWith(`${module} `));
  return line?.trim().split(' ')[1].slice(1);
}
