/** A module Worker that loads s3cors, and answers with what it says of each text that it is sent. */

import { load } from '../../s3cors.js';

/** Two starts of the module, the second from another address. */
const loads = () => [load(), load({ wasm: new URL('../../s3cors.wasm?again', import.meta.url) })];

addEventListener('message', async ({ data: text }) => {
  const answers = [];
  for (const start of [...loads(), ...loads()]) {
    const s3cors = await start;
    const { request } = await s3cors.preparePut(text);
    answers.push([s3cors.validate(text).accepted, request?.headers.find(([name]) => name === 'Content-MD5')?.[1] ?? '']);
  }
  postMessage({ answers, starts: new Set(await Promise.all([...loads(), ...loads()])).size });
});
