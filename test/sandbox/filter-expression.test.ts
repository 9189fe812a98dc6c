import { describe, expect, test } from '@jest/globals';
import { RefusalError } from '../../src/sandbox/errors.js';
import { parseFilter } from '../../src/sandbox/filter-expression.js';
import type { Expression } from '../../src/sandbox/filter-expression.js';

/** '(a eq 1 and b eq 2)' for easy reading of precedence. */
function written(expression: Expression): string {
  if (expression.kind === 'comparison')
    return `${expression.field} ${expression.operator} ${expression.values.map(({ text }) => text).join('|')}`.trim();
  if (expression.kind === 'not') return `!(${written(expression.operand)})`;
  return `(${written(expression.left)} ${expression.kind} ${written(expression.right)})`;
}

describe('a filter expression', () => {
  test.each([
    ['a eq "1" or b eq "2" and c eq "3"', '(a eq 1 or (b eq 2 and c eq 3))'],
    ['(a eq "1" or b eq "2") and c eq "3"', '((a eq 1 or b eq 2) and c eq 3)'],
    ['not a eq "1" and b eq "2"', '(!(a eq 1) and b eq 2)'],
    ['not (a eq "1" and b eq "2")', '!((a eq 1 and b eq 2))'],
    ['id in ( "x" , "y,z" )', 'id in x|y,z'],
    ['created gt 2018-12-18T23:05:55Z', 'created gt 2018-12-18T23:05:55Z'],
    ['manager isnull and pr email', '(manager isnull and email pr)'],
    ['name eq "\\"a\\" \\\\ b and c"', 'name eq "a" \\ b and c'],
    ['name eq ""', 'name eq'],
  ])('reads %s', (text, expected) => {
    expect(written(parseFilter(text))).toBe(expected);
  });

  test.each([
    '',
    'a',
    'a eq',
    'a EQ "1"',
    'a eq "1" AND b eq "2"',
    'a eq "1" b eq "2"',
    'a eq "1',
    'a eq "1\\n"',
    'a eq 1"',
    'a in "x"',
    'a in ()',
    'a in ("x",)',
    '(a eq "1"',
    'a eq "1")',
    'a eq ("x")',
    'rights ca (%SELECT")',
  ])('is refused when malformed: %s', (text) => {
    expect(() => parseFilter(text)).toThrow(RefusalError);
  });
});
