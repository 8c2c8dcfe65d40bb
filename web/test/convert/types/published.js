/**
 * Checks what convert writes for the CDK and for Pulumi against the types that their packages publish. These take 360 MB, so that
 * they are installed on demand: node test/convert/types/published.js [FOLDER WITH node_modules]
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { load } from '../../../s3cors.js';
import { examples, objections } from './check.js';

const folder = process.argv[2] ? resolve(process.argv[2]) : mkdtempSync(join(tmpdir(), 's3cors-published-'));
if (!process.argv[2]) {
  const packages = ['aws-cdk-lib', 'constructs', '@pulumi/aws', '@pulumi/pulumi', '@types/node'];
  execFileSync('npm', ['install', '--prefix', folder, '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], { stdio: 'inherit' });
}
const s3cors = await load();
for (const format of /** @type {const} */ (['cdk', 'pulumi'])) {
  const { text, filename } = s3cors.convert(examples, format, { bucket: 'my-bucket', expectedBucketOwner: '111122223333' });
  const told = await objections(filename, String(text), { modules: join(folder, 'node_modules') });
  // The check is one: a member that is none is found.
  const wrong = await objections(filename, String(text).replace(/(xposed?)Headers/, '$1Header'), { modules: join(folder, 'node_modules') });
  console.log(`${format}: ${told || 'no objection'}${wrong ? '' : '\nBUT A MISSPELT MEMBER IS NOT FOUND EITHER'}`);
  if (told || !wrong) process.exitCode = 1;
}
