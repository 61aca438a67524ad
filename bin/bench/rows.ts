import { accountOf, codeOf, id, numberOf, type Person, tokenHashOf } from './people'
import { centreOf } from './staff'

export type Row = readonly (string | number | boolean | Date | null | undefined)[]
/** A table with the columns that are filled, and the rows that one person has in it. */
type Table = { into: string; rows: (person: Person) => Row[] }

const one =
  (row: (person: Person) => Row): Table['rows'] =>
  (person) => [row(person)]

/** In the order that their foreign keys want. */
export const TABLES: Table[] = [
  {
    into: 'accounts (id, email, role, language, created_at)',
    rows: one(({ account, n, joined }) => [account, `member-${n}@bench.example`, 'member', 'en', joined]),
  },
  {
    into: 'sessions (token_hash, account_id, created_at, last_seen_at)',
    rows: one(({ account, n }) => [tokenHashOf(`member ${n}`), account, new Date(), new Date()]),
  },
  {
    into: 'members (id, account_id, first_name, surname, born_on, country, created_at)',
    rows: one(({ n, account, firstName, surname, country, joined }) => [
      n,
      account,
      firstName,
      surname,
      '1985-05-17',
      country,
      joined,
    ]),
  },
  {
    into: 'memberships (member_id, number, card_code, status, starts_on, expires_on, rule_version_id)',
    rows: one(({ n, status, term, ruleVersionId }) => [
      n,
      numberOf(n),
      codeOf(n),
      status,
      term.startsOn,
      term.expiresOn,
      ruleVersionId,
    ]),
  },
  {
    into: 'terms (member_id, starts_on, expires_on, because, at)',
    rows: one(({ n, term, joined }) => [n, term.startsOn, term.expiresOn, 'joined', joined]),
  },
  {
    into: 'invoices (id, member_id, storage_key, file_name, media_type, bytes, sha256, state, received_at, pages_made_at)',
    rows: ({ n, goods }) =>
      [...new Map(goods.map((good) => [good.invoice, good.at]))].map(([invoice, at]) => [
        invoice,
        n,
        `bench/${invoice}`,
        'invoice.pdf',
        'application/pdf',
        120_000,
        tokenHashOf(invoice),
        'ready',
        at,
        at,
      ]),
  },
  {
    into: 'registrations (id, member_id, product_id, serial_typed, serial_key, purchased_on, dealer, invoice_id, state, created_at, waiting_since, decided_at)',
    rows: ({ n, goods }) =>
      goods.map(({ id, product, serial, invoice, at, waits }) => [
        id,
        n,
        product,
        serial,
        serial,
        '2024-03-01',
        'Foto Beispiel, Wiesbaden',
        invoice,
        waits ? 'pending' : 'verified',
        at,
        waits ? at : null,
        waits ? null : at,
      ]),
  },
  {
    into: 'decisions (registration_id, invoice_id, outcome, by, at)',
    rows: ({ n, goods }) =>
      goods
        .filter((good) => !good.waits)
        .map(({ id, invoice, at }) => [id, invoice, 'verified', accountOf(`reviewer ${n % 20}`), at]),
  },
  {
    into: 'registration_events (registration_id, kind, at)',
    rows: ({ goods }) => goods.map(({ id, at }) => [id, 'registered', at]),
  },
  {
    into: 'drafts (member_id, lines, invoice_id, updated_at)',
    rows: ({ n, goods: [good], joined }) =>
      good && n % 100 === 57 ? [[n, draftOf(n), good.invoice, joined]] : [],
  },
  {
    into: 'log_acts (at, actor_id, actor_role, action, member_id, subject_id)',
    rows: ({ n, account, joined, goods }) => [
      [joined, null, null, 'member.joined', n, account],
      ...goods.map(({ id, at }) => [at, account, 'member', 'registration.made', n, id]),
    ],
  },
  {
    into: 'log_reads (at, actor_id, actor_role, action, member_id, subject_id, centre_id, country, purpose, hit)',
    rows: ({ n, joined, checks }) =>
      checks.map((desk, i) => [
        new Date(joined.getTime() + (i + 1) * 7_200_000),
        accountOf(`desk ${desk}`),
        'desk',
        'card.checked',
        n,
        id(`check ${n} ${i}`),
        centreOf(desk),
        'DE',
        'service',
        true,
      ]),
  },
]

const draftOf = (n: number) =>
  JSON.stringify([
    { model: 'DC-S5M2', serial: `WD${n}`, purchasedOn: '2024-03-01', dealer: 'Foto Beispiel, Wiesbaden' },
  ])
