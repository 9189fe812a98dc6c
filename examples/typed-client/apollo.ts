// A reviewer's inbox with Apollo Client: `data` has the type of the query. README.md beside this says how to run it.
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import possibleTypes from 'certification-gateway/possible-types.json' with { type: 'json' };
import { ReviewerInboxDocument } from './generated/operations.js';
import { gateway } from './gateway.js';
import { printInbox } from './print-inbox.js';

const client = new ApolloClient({
  link: new HttpLink({ uri: gateway.url, headers: gateway.headers }),
  // Which types an interface or a union can be: fragments on `IgaUserError` need it.
  cache: new InMemoryCache({ possibleTypes }),
});

const { data, error } = await client.query({ query: ReviewerInboxDocument, variables: { first: 3 }, errorPolicy: 'all' });
if (error) throw error;
printInbox(data?.certifications);
