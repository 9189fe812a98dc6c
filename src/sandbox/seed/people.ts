import type { Identity } from '../model.js';
import { dashedId, hexId, Seeded } from './seeded.js';

export type PersonKey = 'administrator' | 'reviewer' | 'otherReviewer' | 'manager';

export const peopleCount = 120;
export const dayMs = 24 * 60 * 60 * 1000;

/** Positions in the list of identities that other seed data builds on. */
export const positions = {
  administrator: 0,
  reviewer: 1,
  otherReviewer: 2,
  manager: 3,
  /** `manager` has these and the two reviewers as direct reports. */
  firstReport: 4,
  lastReport: 13,
  /** The head of the organisation, who has no manager. */
  head: 14,
  /** Managers of everybody who is not mentioned above. */
  firstDirector: 15,
  lastDirector: 25,
} as const;

/** Identities of the personas, and names that careless code stumbles over. */
const chosenNames: readonly (readonly [string, string])[] = [
  ['Priya', 'Raman'],
  ['Michael', 'Okafor'],
  ['Ingrid', 'Sørensen'],
  ['Tomás', 'Herrera'],
  ['Siobhán', "O'Connor"],
  ['Zoë "Zed"', 'Müller'],
  ['Ada', 'Nwosu'],
  ['Rory', 'Back\\slash'],
  ['Łukasz', 'Wójcik'],
  ['Nguyễn Thị', 'Hương'],
  ['Jean-Luc', "D'Arcy"],
  ['太郎', '山田'],
  ['Åse', 'Ødegård'],
  ['María José', 'de la Fuente'],
  ['Eleanor', 'Whitfield'],
  ['Amina & Co.', 'Haddad'],
  ['Percy', '100% Clarke'],
  ['Noël', 'Dubois-Léger'],
];

const firstNames = [
  'Aaliyah', 'Arjun', 'Beatriz', 'Bilal', 'Camila', 'Chen', 'Chidi', 'Clara', 'Daniela', 'David', 'Elif', 'Emeka',
  'Fatima', 'Felix', 'Freya', 'Gabriel', 'Grace', 'Hana', 'Hassan', 'Helena', 'Hiroshi', 'Ines', 'Isaac', 'Ivana',
  'Jamal', 'Jana', 'Joon-ho', 'Katarzyna', 'Kofi', 'Lars', 'Leila', 'Liam', 'Lucía', 'Malik', 'Mei', 'Milan',
  'Nadia', 'Naveen', 'Nina', 'Oluwaseun', 'Omar', 'Petra', 'Quentin', 'Rahel', 'Rohan', 'Ruth', 'Samira', 'Sofia',
  'Stefan', 'Tariq', 'Thandiwe', 'Uma', 'Viktor', 'Wanjiru', 'Xiomara', 'Yara', 'Yusuf', 'Zainab', 'Zuzana',
];

const lastNames = [
  'Abebe', 'Almeida', 'Andersson', 'Banerjee', 'Bauer', 'Castillo', 'Chowdhury', 'Costa', 'Dlamini', 'Demir', 'Diallo',
  'Eriksen', 'Farouk', 'Fischer', 'Garcia', 'Gupta', 'Hansen', 'Horváth', 'Ibrahim', 'Ivanov', 'Jensen', 'Kamau',
  'Kaplan', 'Kim', 'Kowalska', 'Lefebvre', 'Lindgren', 'Mensah', 'Moreau', 'Mwangi', 'Nakamura', 'Novák', 'Okonkwo',
  'Oliveira', 'Park', 'Patel', 'Petrov', 'Quispe', 'Rahman', 'Reyes', 'Rossi', 'Santos', 'Schmidt', 'Silva', 'Singh',
  'Suzuki', 'Tanaka', 'Tesfaye', 'Torres', 'Usman', 'Varga', 'Vasquez', 'Wang', 'Weber', 'Wright', 'Yılmaz', 'Zhang',
  'Zimmermann',
];

export const departments = [
  'Accounting', 'Audit', 'Claims', 'Customer Care', 'Data Platform', 'Engineering', 'Facilities', 'Field Service',
  'Finance', 'Human Resources', 'IT Operations', 'Legal', 'Logistics', 'Marketing', 'Payroll', 'Procurement', 'R&D',
  'Sales', 'Security', 'Treasury',
];

export const cities = [
  'Austin', 'Bangalore', 'Berlin', 'Bogotá', 'Cape Town', 'Dublin', 'Helsinki', 'Jakarta', 'Kraków', 'Lagos', 'Lisbon',
  'Melbourne', 'Montréal', 'Nairobi', 'Osaka', 'Pune', 'Reykjavík', 'São Paulo', 'Toronto', 'Zürich',
];

export function seedPeople(nowMs: number): Identity[] {
  return Array.from({ length: peopleCount }, (_, index) => person(index, nowMs));
}

export function personId(index: number): string {
  const label = `identity:${index}`;
  if (index > positions.lastReport && index % 17 === 5) return dashedId(label);
  const [firstname] = nameOf(index);
  const hasNameInId = index === 6 || (index > positions.lastDirector && index % 29 === 7);
  return hasNameInId && /^[A-Za-z]+$/.test(firstname) ? `${firstname}.${hexId(label).slice(0, 14)}` : hexId(label);
}

export const people: Readonly<Record<PersonKey, string>> = {
  administrator: personId(positions.administrator),
  reviewer: personId(positions.reviewer),
  otherReviewer: personId(positions.otherReviewer),
  manager: personId(positions.manager),
};

function person(index: number, nowMs: number): Identity {
  const choices = new Seeded(`identity:${index}:details`);
  const [firstname, lastname] = nameOf(index);
  const alias = aliasOf(firstname, lastname, index);
  const created = nowMs - choices.integer(200, 2500) * dayMs;
  return {
    id: personId(index),
    name: `${firstname} ${lastname}`,
    firstname,
    lastname,
    alias,
    email: index % 41 === 40 ? null : `${alias}@acme-sandbox.example`,
    status: index % 37 === 36 ? 'INACTIVE' : 'ACTIVE',
    managerId: managerOf(index),
    department: choices.pick(departments),
    city: choices.pick(cities),
    created: new Date(created).toISOString(),
    modified: new Date(created + choices.integer(1, 150) * dayMs).toISOString(),
  };
}

function nameOf(index: number): readonly [string, string] {
  const chosen = chosenNames[index];
  if (chosen !== undefined) return chosen;
  // 59 first and 58 last names have no common divisor: no pair repeats.
  return [firstNames[index % firstNames.length] ?? '', lastNames[(index * 5) % lastNames.length] ?? ''];
}

/** Plain ASCII; the position where the name has no such letters. */
function aliasOf(firstname: string, lastname: string, index: number): string {
  const plain = (text: string): string =>
    text.normalize('NFKD').replaceAll('ø', 'o').replaceAll('Ł', 'L').replaceAll('ł', 'l').replaceAll(/[^A-Za-z]/g, '');
  const parts = [plain(firstname), plain(lastname)].filter((part) => part !== '');
  return parts.length === 2 ? parts.join('.').toLowerCase() : `user${index}`;
}

function managerOf(index: number): string | null {
  const { reviewer, otherReviewer, manager, firstReport, lastReport, head, firstDirector, lastDirector } = positions;
  const isReport = index === reviewer || index === otherReviewer || (index >= firstReport && index <= lastReport);
  if (isReport) return personId(manager);
  if (index === head) return null;
  if (index <= lastDirector) return personId(head);
  return personId(firstDirector + (index % (lastDirector - firstDirector + 1)));
}
