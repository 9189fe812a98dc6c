const { GATEWAY_URL: url = 'http://127.0.0.1:4000/graphql', GATEWAY_TOKEN: token } = process.env;
if (token === undefined) throw new Error('set GATEWAY_TOKEN to a token; the sandbox prints some');

export const gateway = { url, headers: { authorization: `Bearer ${token}` } };
