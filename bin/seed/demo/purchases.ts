/** What happens to a purchase, `ago` days before today: to all its products, or `only` to one model. */
export type Step = { ago: number; only?: string; by?: 'reviewer' | 'reviewer.two' | 'admin' } & (
  | { what: 'verify' }
  | { what: 'ask' | 'refuse'; reason: string; sentence?: string }
  /** Verifies, and ends another member's registration of the same unit. */
  | { what: 'end'; of: string; reason: string }
  | { what: 'appeal'; note: string }
  | { what: 'withdraw' }
)

export type Purchase = {
  by: string
  /** A document of e2e/documents. */
  file: string
  /** How many days ago it was sent. */
  sent: number
  /** Which of its products are registered; default: all that the document names. */
  models?: readonly string[]
  /** Further products, as if the document named them too: model and serial number. */
  also?: readonly (readonly [model: string, serial: string])[]
  purchasedOn?: string
  /** The file arrives truncated, so that it is unreadable. */
  cutOff?: boolean
  steps?: readonly Step[]
}

const verified = (ago: number, by: Step['by'] = 'reviewer'): Step[] => [{ ago, what: 'verify', by }]

/** Who sent what, and what happened to it. Serial numbers are those of the documents, or made up in the same format. */
export const PURCHASES: readonly Purchase[] = [
  { by: 'ruben', file: 'a01.pdf', sent: 311, steps: verified(309) },
  { by: 'ruben', file: 'a02.pdf', sent: 300, steps: verified(298, 'reviewer.two') },
  { by: 'ruben', file: 'a16.pdf', sent: 180, steps: verified(177) },
  { by: 'ruben', file: 'a09.pdf', sent: 6 },

  {
    by: 'anselma',
    file: 'a06.pdf',
    sent: 307,
    models: ['S-S85'],
    also: [['DC-S5', 'HM4KD820416']],
    steps: verified(306, 'reviewer.two'),
  },
  {
    by: 'gaia',
    file: 'a06.pdf',
    sent: 305,
    steps: [
      { ago: 303, what: 'end', only: 'S-S85', of: 'anselma', reason: 'end-sold' },
      ...['DC-S1H', 'S-E70200', 'S-R1635'].map((only): Step => ({ ago: 303, what: 'verify', only })),
    ],
  },
  { by: 'gaia', file: 'a17.pdf', sent: 290, steps: verified(288, 'admin') },

  {
    by: 'knut',
    file: 'a16.pdf',
    sent: 220,
    models: [],
    also: [
      ['DC-S1R', 'LA3VA839120'],
      ['S-R24105', 'RT2LC607148'],
      ['S-S50', 'WB5NE118062'],
    ],
    steps: verified(217),
  },
  { by: 'nora', file: 'a03.pdf', sent: 254, steps: verified(251, 'reviewer.two') },
  { by: 'nora', file: 'a24.png', sent: 230, steps: verified(228) },
  {
    by: 'nora',
    file: 'a21.jpg',
    sent: 30,
    steps: [
      { ago: 27, what: 'refuse', reason: 'other-buyer' },
      {
        ago: 4,
        what: 'appeal',
        only: 'DC-GH5M2',
        note: 'I paid for it and Gil collected it for me, because I was abroad. I can send his letter about it.',
      },
    ],
  },
  { by: 'reto', file: 'a08.pdf', sent: 238, steps: verified(236) },
  { by: 'odile', file: 'a04.pdf', sent: 235, steps: verified(233) },
  { by: 'odile', file: 'a10.pdf', sent: 130, steps: [{ ago: 127, what: 'refuse', reason: 'no-proof' }] },
  {
    by: 'odile',
    file: 'a14.pdf',
    sent: 100,
    also: [
      ['H-ES200', 'QD7MB330915'],
      ['H-NS043', 'LX2VA571808'],
      ['H-X015', 'KF8RT046627'],
      ['H-X2550', 'VN3SG928143'],
      ['H-FT012', 'EB6WC204759'],
      ['H-ES045', 'TX3ST611052'],
    ],
    steps: verified(97, 'reviewer.two'),
  },
  {
    by: 'birte',
    file: 'a13.pdf',
    sent: 170,
    models: [],
    also: [
      ['DC-S9', 'SR8XG550291'],
      ['S-R1840', 'NA7TW118236'],
      ['S-S35', 'WY9GH430077'],
    ],
    steps: verified(168),
  },
  {
    by: 'maximiliane',
    file: 'a02.pdf',
    sent: 204,
    models: [],
    also: [
      ['DC-S1RM2', 'ZB6VK520384'],
      ['S-E2470', 'YE8KC551720'],
      ['S-X50', 'MC1DP705563'],
      ['S-E100', 'RG4HV339812'],
    ],
    steps: verified(202),
  },
  {
    by: 'gil',
    file: 'a21.jpg',
    sent: 189,
    models: ['DC-GH5M2'],
    also: [['DMC-GX80', 'WT5JE001974']],
    steps: verified(186, 'reviewer.two'),
  },
  { by: 'gil', file: 'a11.pdf', sent: 60, steps: [{ ago: 58, what: 'withdraw' }] },
  { by: 'thea', file: 'a13.pdf', sent: 149, steps: verified(147) },
  {
    by: 'thea',
    file: 'a12.pdf',
    sent: 40,
    models: [],
    also: [['S-S18', 'XK9BT774301']],
    steps: [
      {
        ago: 38,
        what: 'refuse',
        reason: 'no-proof',
        sentence: 'Die Datei ist eine Rechnung der Stadtwerke.',
      },
    ],
  },
  {
    by: 'thea',
    file: 'a22.jpg',
    sent: 12,
    models: [],
    also: [['S-S24', 'SZ0GF690118']],
    steps: [{ ago: 9, what: 'ask', reason: 'unreadable' }],
  },
  {
    by: 'lucia',
    file: 'a05.pdf',
    sent: 25,
    purchasedOn: '2025-03-14',
    steps: [
      {
        ago: 22,
        what: 'ask',
        reason: 'date-differs',
        sentence: 'The invoice says 2031; your dealer can correct that.',
      },
    ],
  },
  {
    by: 'lucia',
    file: 'a23.png',
    sent: 24,
    steps: [{ ago: 22, what: 'ask', reason: 'no-invoice-yet', by: 'reviewer.two' }],
  },
  { by: 'zaneta', file: 'a20.jpg', sent: 5 },
  { by: 'zaneta', file: 'a07.pdf', sent: 3 },
  { by: 'irmela', file: 'a18.pdf', sent: 2 },
  {
    by: 'irmela',
    file: 'a19.jpg',
    sent: 20,
    steps: [{ ago: 17, what: 'ask', reason: 'part-missing', by: 'admin' }],
  },
  {
    by: 'irmela',
    file: 'a16.pdf',
    sent: 1,
    models: [],
    also: [['S-R28200', 'DR4LP990214']],
    cutOff: true,
  },
]
