import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large one operation is when its fragments are written out. */
export interface DocumentShape {
  /** Fields above one another; a root field has depth 1. */
  readonly depth: number;
  readonly aliases: number;
  readonly fields: number;
  readonly directives: number;
  /** The most directives at one place. */
  readonly directivesEach: number;
  /** Fields that stand in their selection already: written once they would answer the same. */
  readonly repeats: number;
  readonly rootFields: number;
}

/** Fragments that spread each other in a circle have no size; validation names them. */
export class FragmentCycleError extends Error {}

const nothing: DocumentShape = { depth: 0, aliases: 0, fields: 0, directives: 0, directivesEach: 0, repeats: 0, rootFields: 0 };

/**
 * The shape of the document's largest operation. Each fragment is measured once, however often it is spread: the work
 * grows with the length of the document, while the numbers are those of the operation as it would be executed. Throws
 * FragmentCycleError.
 */
export function shapeOf(document: DocumentNode): DocumentShape {
  const measured = new FragmentMeasures(document);
  const operations = document.definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  return operations.map(({ selectionSet, directives }) => plusDirectives(measured.of(selectionSet), directives)).reduce(largest, nothing);
}

class FragmentMeasures {
  readonly #definitions: ReadonlyMap<string, FragmentDefinitionNode>;
  /** `null` while it is being measured. */
  readonly #shapes = new Map<string, DocumentShape | null>();

  constructor(document: DocumentNode) {
    this.#definitions = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
    );
  }

  /** Everything below a selection set, side by side. */
  of(selectionSet: SelectionSetNode | undefined): DocumentShape {
    if (selectionSet === undefined) return nothing;
    const { selections } = selectionSet;
    const shape = selections.map((selection) => plusDirectives(this.#ofSelection(selection), selection.directives)).reduce(sum, nothing);
    return { ...shape, repeats: shape.repeats + repeatsIn(selections) };
  }

  #ofSelection(selection: SelectionSetNode['selections'][number]): DocumentShape {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.of(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value);
    const below = this.of(selection.selectionSet);
    return {
      ...below,
      depth: below.depth + 1,
      aliases: below.aliases + (selection.alias === undefined ? 0 : 1),
      fields: below.fields + 1,
      rootFields: 1,
    };
  }

  #ofFragment(name: string): DocumentShape {
    const known = this.#shapes.get(name);
    if (known === null) throw new FragmentCycleError();
    if (known !== undefined) return known;
    this.#shapes.set(name, null);
    const definition = this.#definitions.get(name);
    const shape = plusDirectives(this.of(definition?.selectionSet), definition?.directives);
    this.#shapes.set(name, shape);
    return shape;
  }
}

function repeatsIn(selections: SelectionSetNode['selections']): number {
  const fields = selections.filter((selection) => selection.kind === Kind.FIELD);
  return fields.length - new Set(fields.map(({ alias, name }) => (alias ?? name).value)).size;
}

function sum(a: DocumentShape, b: DocumentShape): DocumentShape {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
    directives: a.directives + b.directives,
    directivesEach: Math.max(a.directivesEach, b.directivesEach),
    repeats: a.repeats + b.repeats,
    rootFields: a.rootFields + b.rootFields,
  };
}

function largest(a: DocumentShape, b: DocumentShape): DocumentShape {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: Math.max(a.aliases, b.aliases),
    fields: Math.max(a.fields, b.fields),
    directives: Math.max(a.directives, b.directives),
    directivesEach: Math.max(a.directivesEach, b.directivesEach),
    repeats: Math.max(a.repeats, b.repeats),
    rootFields: Math.max(a.rootFields, b.rootFields),
  };
}

function plusDirectives(shape: DocumentShape, directives: readonly unknown[] | undefined): DocumentShape {
  if (directives === undefined || directives.length === 0) return shape;
  const { length } = directives;
  return { ...shape, directives: shape.directives + length, directivesEach: Math.max(shape.directivesEach, length) };
}
