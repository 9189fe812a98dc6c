import { startSubgraph, type Subgraph } from './subgraph.js';

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly authorId: string;
  readonly certificationId: string;
  readonly taskId?: string;
}

/** The subgraph that adds notes to `Certification`, of which it knows nothing but ids. */
export function startNotes(notes: readonly Note[]): Promise<Subgraph> {
  return startSubgraph('notes', {
    Query: { recentNotes: (_root: unknown, { first }: { first: number }) => notes.slice(0, first) },
    Note: {
      __resolveReference: ({ id }: { id: string }) => notes.find((note) => note.id === id) ?? null,
      author: ({ authorId }: Note) => ({ id: authorId }),
      certification: ({ certificationId }: Note) => ({ id: certificationId }),
      task: ({ taskId }: Note) => (taskId === undefined ? null : { id: taskId }),
    },
    Certification: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      notes: ({ id }: { id: string }) => notes.filter(({ certificationId }) => certificationId === id),
    },
  });
}
