import { badRequest } from './errors.js';

const comparisonOperators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'co', 'sw', 'in', 'ca'] as const;
const listOperators: readonly string[] = ['in', 'ca'];

export type FilterOperator = (typeof comparisonOperators)[number] | 'isnull' | 'pr';

export interface Literal {
  /** Texts are quoted; booleans, numbers and dates are not. */
  readonly quoted: boolean;
  readonly text: string;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly field: string;
  readonly operator: FilterOperator;
  readonly values: readonly Literal[];
}

export type Expression =
  | Comparison
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly operand: Expression };

/**
 * Parses `name sw "A" and (id in ("x","y") or not completed eq true)`. `not` binds closer than `and`, `and` closer than
 * `or`; operators are lower-case only. Throws the 400 that the upstream answers.
 */
export function parseFilter(text: string): Expression {
  const tokens = tokenize(text);
  let position = 0;

  const peek = (): Token | undefined => tokens[position];
  const isWord = (token: Token | undefined, word: string): boolean => token?.kind === 'word' && token.text === word;

  function take(kind: Token['kind'], expected: string): Token {
    const token = tokens[position];
    if (token?.kind !== kind) throw malformed(text, `expected ${expected}${token ? ` before '${token.text}'` : ''}`);
    position += 1;
    return token;
  }

  function chain(word: 'and' | 'or', operand: () => Expression): Expression {
    let left = operand();
    while (isWord(peek(), word)) {
      position += 1;
      left = { kind: word, left, right: operand() };
    }
    return left;
  }

  const parseOr = (): Expression => chain('or', parseAnd);
  const parseAnd = (): Expression => chain('and', parseNot);

  function parseNot(): Expression {
    if (!isWord(peek(), 'not')) return parsePrimary();
    position += 1;
    return { kind: 'not', operand: parseNot() };
  }

  function parsePrimary(): Expression {
    if (peek()?.kind === '(') {
      position += 1;
      const inner = parseOr();
      take(')', "')'");
      return inner;
    }
    return parseComparison();
  }

  function parseComparison(): Comparison {
    const first = take('word', 'a field').text;
    if (first === 'pr') return { kind: 'comparison', field: take('word', 'a field').text, operator: 'pr', values: [] };
    const operator = take('word', 'an operator').text;
    if (operator === 'isnull') return { kind: 'comparison', field: first, operator, values: [] };
    if (!isComparisonOperator(operator)) throw malformed(text, `unknown operator '${operator}'`);
    const values = listOperators.includes(operator) ? parseList() : [parseLiteral()];
    return { kind: 'comparison', field: first, operator, values };
  }

  function parseList(): Literal[] {
    take('(', "'('");
    const values = [parseLiteral()];
    while (peek()?.kind === ',') {
      position += 1;
      values.push(parseLiteral());
    }
    take(')', "')'");
    return values;
  }

  function parseLiteral(): Literal {
    const token = peek();
    if (token?.kind !== 'word' && token?.kind !== 'string') throw malformed(text, 'expected a value');
    position += 1;
    return { quoted: token.kind === 'string', text: token.text };
  }

  const expression = parseOr();
  const rest = peek();
  if (rest !== undefined) throw malformed(text, `unexpected '${rest.text}'`);
  return expression;
}

interface Token {
  readonly kind: 'word' | 'string' | '(' | ')' | ',';
  readonly text: string;
}

const tokenPattern = /\s*(?:([(),])|"((?:[^"\\]|\\["\\])*)"|([^\s(),"\\]+))/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw malformed(text, `unreadable from character ${start + 1}`);
    tokens.push(toToken(match));
  }
  return tokens;
}

function toToken([, sign, quoted, word]: RegExpExecArray): Token {
  if (sign === '(' || sign === ')' || sign === ',') return { kind: sign, text: sign };
  if (quoted !== undefined) return { kind: 'string', text: quoted.replaceAll(/\\(["\\])/g, '$1') };
  return { kind: 'word', text: word ?? '' };
}

function isComparisonOperator(word: string): word is (typeof comparisonOperators)[number] {
  return (comparisonOperators as readonly string[]).includes(word);
}

function malformed(text: string, why: string): Error {
  return badRequest(`Invalid filter '${text}': ${why}.`);
}
