// Creates a bucket for each preview deployment and opens it to that deployment alone.
const API = 'https://api.cloudflare.com/client/v4';

interface Env { ACCOUNT_ID: string; API_TOKEN: string; PREVIEW_HOST: string }
interface Envelope<T> { success: boolean; errors: { code: number; message: string }[]; result: T }

async function call<T>(env: Env, method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${API}/accounts/${env.ACCOUNT_ID}/r2${path}`, {
    method,
    headers: { authorization: `Bearer ${env.API_TOKEN}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const envelope = (await response.json()) as Envelope<T>;
  if (!envelope.success) throw new Error(envelope.errors.map(({ code, message }) => `${code}: ${message}`).join('; '));
  return envelope.result;
}

export async function provision(env: Env, name: string): Promise<void> {
  await call(env, 'POST', '/buckets', { name, locationHint: 'weur' });
  await call(env, 'PUT', `/buckets/${name}/cors`, {
    rules: [
      {
        id: 'preview',
        allowed: {
          origins: [`https://${env.PREVIEW_HOST}`, 'https://preview.example.dev'],
          methods: ['GET', 'PUT'],
          headers: ['content-type'],
        },
        exposeHeaders: ['ETag'],
        maxAgeSeconds: 600,
      },
    ],
  });
}
