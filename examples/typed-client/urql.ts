// The same inbox with urql.
import { Client, fetchExchange } from '@urql/core';
import { ReviewerInboxDocument } from './generated/operations.js';
import { gateway } from './gateway.js';
import { printInbox } from './print-inbox.js';

const client = new Client({
  url: gateway.url,
  preferGetMethod: false,
  fetchOptions: { headers: gateway.headers },
  exchanges: [fetchExchange],
});

const { data, error } = await client.query(ReviewerInboxDocument, { first: 3 });
if (error) throw error;
printInbox(data?.certifications);
