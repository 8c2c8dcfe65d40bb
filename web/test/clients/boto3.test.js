/** boto3, of each Python on PATH that has it. */

import { fileURLToPath } from 'node:url';

import { converse, programs } from './programs.js';
import { clientOver, describeClient, missing } from './suite.js';

const found = programs('python3', ['-c', 'import boto3; print(boto3.__version__)']);
if (found.length === 0) missing('boto3');

for (const { program, output } of found) {
  describeClient({
    name: `boto3 ${output}`,
    family: 'boto3',
    start: (server) => clientOver(converse(program, [fileURLToPath(new URL('boto3_lines.py', import.meta.url)), server.url])),
    algorithms: ['CRC32', 'SHA1', 'SHA256'],
    objects: true,
  });
}
