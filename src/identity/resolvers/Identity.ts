import { checkedId } from '../../graphql/arguments.js';
import type { IdentityResolvers } from '../../generated/types.js';

export const Identity: IdentityResolvers = {
  // A reference: nothing is read until a field beyond `id` is selected. Asynchronous, so that one that is refused
  // fails alone.
  __resolveReference: async ({ id }) => ({ id: checkedId('representations.id', id), name: null, email: null }),
  name: (identity, _args, { dataSources }) =>
    identity.name ?? dataSources.identity.findIdentity(identity.id).then((found) => found?.name ?? null),
  email: (identity, _args, { dataSources }) =>
    identity.email ?? dataSources.identity.findIdentity(identity.id).then((found) => found?.email ?? null),
  alias: async ({ id }, _args, { dataSources }) => (await dataSources.identity.findIdentity(id))?.alias ?? null,
  status: async ({ id }, _args, { dataSources }) => (await dataSources.identity.findIdentity(id))?.status ?? null,
  manager: async ({ id }, _args, { dataSources }) => (await dataSources.identity.findIdentity(id))?.manager ?? null,
};
