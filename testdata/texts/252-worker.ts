const corsHeaders = {
  'Access-Control-Allow-Origin': 'https://app.example.com',
  'Access-Control-Allow-Methods': 'GET,HEAD,PUT',
  'Access-Control-Max-Age': '86400',
};

export default {
  async fetch(request: Request, env: { IMAGES: R2Bucket }): Promise<Response> {
    const { method, headers } = request;
    const origin = headers.get('origin') ?? '';
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders });
    const object = await env.IMAGES.get(new URL(request.url).pathname.slice(1));
    if (!object) return new Response('not found', { status: 404, headers: { ...corsHeaders, vary: 'origin' } });
    return new Response(object.body, { headers: { ...corsHeaders, etag: object.httpEtag, 'x-origin': origin } });
  },
};
