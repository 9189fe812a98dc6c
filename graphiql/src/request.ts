/** One POST to the gateway. Whatever goes wrong comes out as an error whose message is meant for the user. */
export async function post(
  endpoint: string,
  headers: Headers,
  params: object,
  signal: AbortSignal,
): Promise<{ response: Response; body: object }> {
  const request = { method: 'POST', headers, body: JSON.stringify(params), signal };
  const response = await fetch(endpoint, request).catch(() => {
    throw new Error(`The gateway does not answer at ${location.origin}. Is it still running?`);
  });
  return { response, body: await readBody(response) };
}

async function readBody(response: Response): Promise<object> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null) return body;
  // A proxy's error page, for example.
  throw new Error(`The gateway answered with HTTP ${response.status} and no JSON.`);
}

export function describeRefusal(response: Response, body: object): string {
  const { errors } = body as { errors?: { message?: unknown }[] };
  const told = errors?.[0]?.message;
  const message = typeof told === 'string' ? told : 'no reason given';
  return response.status === 401 ? `The gateway refused this token: ${message}` : `HTTP ${response.status}: ${message}`;
}
