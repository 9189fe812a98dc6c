import { ReassignmentConfigType } from '../generated/types.js';
import { isFields, objectsIn, type SeenAnswer } from './seen-answer.js';

/** What the upstream's documents leave open, and this tenant answers. */
export const questions = {
  certificationFields: 'Which fields do rows of beta’s certification list have?',
  totalCount: 'Does a list that is to be counted come with X-Total-Count?',
  deprecation: 'Is the certification list marked as deprecated?',
  workTypes: 'How are work types spelled, and which are there?',
  ruleTypes: 'How do configurations spell their work types?',
  permanent: 'How is the end of a permanent configuration written?',
  paging: 'Does the list of configurations honour limit and offset?',
  nothingSetUp: 'What does an identity without a configuration answer?',
  evaluationShape: 'Is an evaluation an object or a list?',
  evaluationAssignee: 'What does an evaluation’s reassignToId hold?',
  stepTypes: 'Do reassignment types end with a comma?',
} as const;

export type Question = keyof typeof questions;

/** An answer in our own words: literals and numbers, never a value of the tenant's. Null: this one does not tell. */
export type Finding = readonly [Question, string | null];

/** Of beta's certification list, whose documents promise none of them (Q13). */
export function certificationFields(answer: SeenAnswer): Finding {
  const { rows } = answer;
  const words = ['id', 'name', 'created', 'modified'].map((field) => {
    const having = rows.filter((row) => row[field] !== undefined && row[field] !== null).length;
    return `${field} in ${having === rows.length ? 'every' : having === 0 ? 'no' : 'some'} row`;
  });
  return ['certificationFields', rows.length === 0 ? null : words.join(', ')];
}

export function totalCount(answer: SeenAnswer): Finding {
  return ['totalCount', answer.header('x-total-count') === null ? 'no' : 'yes'];
}

export function deprecation(answer: SeenAnswer): Finding {
  return ['deprecation', answer.header('x-deprecated') === 'true' ? 'yes' : 'no'];
}

const workTypes: readonly string[] = Object.values(ReassignmentConfigType);

/** Two names of each, documented with each other's spelling (Q3). */
export function workTypeSpelling(answer: SeenAnswer): Finding {
  const { rows } = answer;
  const plain = spellingsOf(rows.map((row) => row['internalName']));
  const camel = spellingsOf(rows.map((row) => row['internalNameCamel']));
  const listed = new Set(rows.flatMap((row) => [row['internalName'], row['internalNameCamel']]).filter((word) => workTypes.includes(String(word))));
  const names = workTypes.filter((type) => listed.has(type));
  const words = `internalName ${plain}, internalNameCamel ${camel}; ${names.join(', ')}${rows.length > names.length ? ` and ${rows.length - names.length} more` : ''}`;
  return ['workTypes', rows.length === 0 ? null : words];
}

export function ruleTypeSpelling(answer: SeenAnswer): Finding {
  const words = detailsOf(answer).map((detail) => detail['configType']);
  return ['ruleTypes', words.length === 0 ? null : spellingsOf(words)];
}

/** "Permanent" is documented in four ways (Q23). */
export function permanentEnds(answer: SeenAnswer): Finding {
  const spellings = detailsOf(answer).map((detail) => endSpelling(detail));
  return ['permanent', spellings.length === 0 ? null : counted(spellings)];
}

function endSpelling(detail: Readonly<Record<string, unknown>>): string {
  const end = detail['endDate'];
  if (end === undefined) return 'absent';
  if (end === null) return 'null';
  if (end === '') return 'empty text';
  if (typeof end !== 'string') return 'no text';
  return /^000[01]-/.test(end) ? 'year 1' : 'a date';
}

/** `whole`: the identities of the list as it came without paging; `page`: what came for one row from the second on. */
export function configurationPaging(answer: SeenAnswer, whole: readonly string[]): Finding {
  if (!answer.isSuccess) return ['paging', `no, it is refused with ${answer.status}`];
  const page = answer.rows.map((row) => (isFields(row['identity']) ? row['identity']['id'] : null));
  if (page.length === 1 && page[0] === whole[1]) return ['paging', 'yes, both'];
  if (page.length === 1) return ['paging', 'limit, but not offset'];
  return ['paging', page.length >= whole.length ? 'no, it is ignored: all rows came' : `unclear: ${page.length} rows came for one`];
}

export function nothingSetUp(answer: SeenAnswer): Finding {
  if (!answer.isSuccess) return ['nothingSetUp', answer.status === 404 ? '404' : null];
  if (answer.isEmpty) return ['nothingSetUp', 'a success without a body'];
  const { json } = answer;
  if (!isFields(json)) return ['nothingSetUp', Array.isArray(json) ? 'a list' : 'no object'];
  if (Object.keys(json).length === 0) return ['nothingSetUp', 'an empty object'];
  return ['nothingSetUp', objectsIn(json, 'configDetails').length === 0 ? 'a configuration without details' : null];
}

/** Documented as a list, shown as an object (Q28). */
export function evaluationShape({ json }: SeenAnswer): Finding {
  if (Array.isArray(json)) return ['evaluationShape', json.length === 0 ? 'an empty list' : `a list of ${json.length}`];
  return ['evaluationShape', isFields(json) ? 'an object' : null];
}

/** The last of the trail in prose, the queried identity in the examples (Q29). */
export function evaluationAssignee({ first }: SeenAnswer, queriedId: string): Finding {
  if (first === null) return ['evaluationAssignee', null];
  const assignee = first['reassignToId'] ?? null;
  const last = objectsIn(first, 'lookupTrail').at(-1)?.['reassignedToId'] ?? null;
  const trail = last === null ? 'without a trail' : 'with a trail';
  if (assignee === null) return ['evaluationAssignee', `nothing, ${trail}`];
  if (assignee === last) return ['evaluationAssignee', 'the end of the trail'];
  return ['evaluationAssignee', `${assignee === queriedId ? 'the queried identity' : 'another identity'}, ${trail}`];
}

/** Enum values are documented with a comma inside (Q2). */
export function stepTypes({ first }: SeenAnswer): Finding {
  const words = first === null ? [] : objectsIn(first, 'lookupTrail').map((step) => step['reassignmentType']);
  const withComma = words.filter((word) => typeof word === 'string' && word.trimEnd().endsWith(',')).length;
  return ['stepTypes', words.length === 0 ? null : `${withComma} of ${words.length}`];
}

function detailsOf({ json, rows }: SeenAnswer): Readonly<Record<string, unknown>>[] {
  const configurations = isFields(json) ? [json] : rows;
  return configurations.flatMap((configuration) => objectsIn(configuration, 'configDetails'));
}

function spellingsOf(words: readonly unknown[]): string {
  return [...new Set(words.map((word) => spellingOf(word)))].toSorted().join(' and ');
}

function spellingOf(word: unknown): string {
  if (typeof word !== 'string' || word === '') return 'absent';
  if (/^[A-Z]+(?:_[A-Z]+)*$/.test(word)) return 'UPPER_SNAKE';
  return /^[a-z]+(?:[A-Z][a-z]+)*$/.test(word) ? 'camelCase' : 'otherwise';
}

/** `['null', 'year 1', 'null']` → `null 2, year 1 1`. */
function counted(words: readonly string[]): string {
  const names = [...new Set(words)].toSorted();
  return names.map((name) => `${name}: ${words.filter((word) => word === name).length}`).join(', ');
}
