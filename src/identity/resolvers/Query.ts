import { badUserInput } from '../../errors.js';
import type { QueryResolvers } from '../../generated/types.js';
import { checkedId } from '../../graphql/arguments.js';
import type { IdentityModel } from '../mapping.js';

const mostIds = 100;

export const Query: QueryResolvers = {
  igaIdentities: (_root, { ids }) => {
    if (ids.length === 0 || ids.length > mostIds) {
      throw badUserInput('ids', `ids has ${ids.length} entries; 1 to ${mostIds} are allowed.`);
    }
    // Each on its own: a text that is no id is an error at its place in the list.
    return ids.map(async (id): Promise<IdentityModel> => ({ id: checkedId('ids', id), name: null, email: null }));
  },
};
