import { createLogger } from '../../../src/logger.js';
import { RedisLink } from '../../../src/redis/redis-link.js';

/** A process of its own, as Node reads NODE_EXTRA_CA_CERTS when it starts: says what it has heard and read. */
const link = new RedisLink({
  urls: (process.env['REDIS_URL'] ?? '').split(','),
  now: Date.now,
  logger: createLogger({ level: 'info', isReadable: false }),
});
await link.firstContact();
if (link.isAway) {
  link.close();
} else {
  link.subscribe({
    channel: 'news',
    onReturn: () => void link.send([['set', 'a', 'stored']], [['publish', 'news', 'heard']]),
    onMessage: (message) => {
      void link.getTexts(['a']).then((texts) => {
        console.error(message, ...(texts ?? []));
        link.close();
      });
    },
  });
}
