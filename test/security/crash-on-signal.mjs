// Runs before the gateway, and lets it fail on SIGUSR2 in the way that CRASH names.
import { subscribe } from 'node:diagnostics_channel';

/** The newest call upstream; its headers hold the caller's token. */
let call;
subscribe('http.client.request.start', ({ request }) => {
  call = request;
});

const crashes = {
  exception: () => {
    throw new Error('thrown on purpose');
  },
  rejection: () => {
    void Promise.reject(new Error('rejected on purpose'));
  },
  socket: () => {
    call.socket.setTimeout(1, () => {
      throw new Error('thrown by a handler of the socket');
    });
  },
  // As HTTP clients attach what they have sent to the errors that they throw.
  attachment: () => {
    const headers = call.getHeaders();
    const error = new Error('rejected with what was sent');
    void Promise.reject(Object.assign(error, { request: call, options: { headers }, config: { headers, raw: [Object.entries(headers)] } }));
  },
  cause: () => {
    const cause = Object.assign(new Error('what was sent'), { options: { headers: call.getHeaders() } });
    throw new Error('thrown with what was sent', { cause });
  },
  value: () => {
    void Promise.reject({ sent: call.getHeaders() });
  },
};

process.on('SIGUSR2', () => crashes[process.env.CRASH]());
