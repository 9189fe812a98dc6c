import { startSubgraph, type Subgraph } from './subgraph.js';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly department: string;
  readonly city: string;
  readonly managerId: string | null;
}

/** The subgraph that owns `Identity`. */
export function startDirectory(people: readonly Person[]): Promise<Subgraph> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const find = ({ id }: { id: string }) => byId.get(id) ?? null;
  return startSubgraph('directory', {
    Query: { person: (_root: unknown, { id }: { id: string }) => find({ id }) },
    Identity: {
      __resolveReference: find,
      directReports: ({ id }: Person) => people.filter(({ managerId }) => managerId === id),
    },
  });
}
