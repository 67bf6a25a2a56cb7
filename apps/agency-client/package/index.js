import createClient from 'openapi-fetch';

/** A client that speaks with an agency's key. Each write gets a request id of its own unless the caller names one. */
export function connect({ url, key, fetch }) {
  const client = createClient({ baseUrl: url, ...(fetch && { fetch }) });
  client.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${key}`);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', newRequestId());
      return request;
    },
  });
  return client;
}

export const newRequestId = () => crypto.randomUUID();

export const isTrial = (response) => response.headers.get('benve-trial') === 'true';
