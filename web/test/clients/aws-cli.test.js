/** The AWS CLI, of each version on PATH. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ClientError, programs, run } from './programs.js';
import { describeClient, missing } from './suite.js';

const found = programs('aws', ['--version']);
if (found.length === 0) missing('aws-cli');

for (const { program, output } of found) {
  describeClient({ name: output.split(' ')[0], family: 'aws-cli', start: (server) => start(program, server) });
}

/**
 * @param {string} program
 * @param {import('./suite.js').Server} server
 * @returns {Promise<import('./suite.js').Client>}
 */
async function start(program, server) {
  const folder = await mkdtemp(join(tmpdir(), 's3cors-aws-cli-'));
  const file = join(folder, 'configuration.json');

  /**
   * @param {string} command
   * @param {string} bucket
   * @param {string[]} more
   */
  const s3api = async (command, bucket, ...more) => {
    const { status, stdout, stderr } = await run(program, ['--endpoint-url', server.url, '--output', 'json', 's3api', command, '--bucket', bucket, ...more]);
    if (status === 0) return stdout;
    const error = /An error occurred \((\w+)\) when calling the \w+ operation: (.*)/.exec(stderr);
    if (!error) throw new Error(`aws ${command} ended with ${status}: ${stderr}`);
    throw new ClientError(error[1], error[2]);
  };

  return {
    async put(bucket, configuration) {
      await writeFile(file, JSON.stringify(configuration));
      await s3api('put-bucket-cors', bucket, '--cors-configuration', `file://${file}`);
    },
    get: async (bucket) => JSON.parse(await s3api('get-bucket-cors', bucket)),
    delete: (bucket) => s3api('delete-bucket-cors', bucket),
    close: () => rm(folder, { recursive: true }),
  };
}
