import { badRequest } from './errors.js';
import { parseFilter } from './filter-expression.js';
import type { Comparison, Expression, FilterOperator } from './filter-expression.js';

type Value = string | boolean | null | readonly string[];

export interface FilterField<T> {
  readonly operators: readonly FilterOperator[];
  /** `text` compares without case, `exact` with it, `boolean` takes bare true and false. */
  readonly kind: 'text' | 'exact' | 'boolean';
  readonly read: (row: T) => Value;
}

export type FilterFields<T> = Readonly<Record<string, FilterField<T>>>;

/**
 * A predicate for a filter text. Each endpoint names the fields and operators it has; all others are a 400, as is a filter
 * with more terms than `check` lets pass.
 */
export function compileFilter<T>(
  text: string,
  fields: FilterFields<T>,
  check: (expression: Expression) => void = () => undefined,
): (row: T) => boolean {
  const expression = parseFilter(text);
  const predicate = compile(expression, fields);
  check(expression);
  return predicate;
}

function compile<T>(expression: Expression, fields: FilterFields<T>): (row: T) => boolean {
  if (expression.kind === 'comparison') return compileComparison(expression, fields);
  if (expression.kind === 'not') {
    const operand = compile(expression.operand, fields);
    return (row) => !operand(row);
  }
  const left = compile(expression.left, fields);
  const right = compile(expression.right, fields);
  return expression.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
}

function compileComparison<T>(comparison: Comparison, fields: FilterFields<T>): (row: T) => boolean {
  const { field: name, operator } = comparison;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) throw badRequest(`Filtering by '${name}' is not supported.`);
  if (!field.operators.includes(operator))
    throw badRequest(`Operator '${operator}' is not supported for '${name}'; supported: ${field.operators.join(', ')}.`);
  const operands = readOperands(comparison, field.kind);
  const fold = field.kind === 'text' ? (value: string) => value.toLowerCase() : (value: string) => value;
  const matches = matcher(operator, operands.map(fold));
  return (row) => {
    const value = field.read(row);
    const values = Array.isArray(value) ? (value as readonly string[]) : [value as string | boolean | null];
    return matches(values.flatMap((one) => (one === null ? [] : [fold(String(one))])));
  };
}

function readOperands({ field, values }: Comparison, kind: FilterField<unknown>['kind']): string[] {
  return values.map(({ quoted, text }) => {
    const isBoolean = !quoted && (text === 'true' || text === 'false');
    if (kind === 'boolean' ? isBoolean : quoted) return text;
    const expected = kind === 'boolean' ? 'true or false' : 'text in double quotes';
    throw badRequest(`'${text}' is not a value for '${field}'; expected ${expected}.`);
  });
}

/** No value matches nothing but `ne`. */
function matcher(operator: FilterOperator, operands: readonly string[]): (values: readonly string[]) => boolean {
  const wanted = new Set(operands);
  const [first = ''] = operands;
  switch (operator) {
    case 'eq':
    case 'in':
      return (values) => values.some((value) => wanted.has(value));
    case 'ne':
      return (values) => !values.some((value) => wanted.has(value));
    case 'sw':
      return (values) => values.some((value) => value.startsWith(first));
    case 'co':
      return (values) => values.some((value) => value.includes(first));
    case 'ca':
      return (values) => operands.every((operand) => values.includes(operand));
    // Parts of the grammar that none of these endpoints offers.
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
    case 'isnull':
    case 'pr':
      throw badRequest(`Operator '${operator}' is not supported here.`);
  }
}
