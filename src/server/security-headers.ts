import helmet from 'helmet';

/**
 * For every answer. The page's policy is GraphiQL's: its own files and nothing else; styles are set by the editor at
 * run time.
 */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      workerSrc: ["'self'"],
      connectSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Whether a host is reached by https alone is for the one who runs it behind its proxy.
  strictTransportSecurity: false,
});
