import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { benefits, services } from '@/db/schema'
import type { Translated } from '@/db/schema/translated'

type Service = { status: 'silver' | 'gold' | 'platinum' | 'black'; quantity?: number } & Translated

/** The range of services until Panasonic confirms its own: what each status brings, in every country. */
const BENEFITS: {
  key: string
  unit?: 'per-term' | 'working-days' | 'per-cent'
  texts: Translated
  services: Service[]
}[] = [
  {
    key: 'hotline',
    texts: { en: 'PRO hotline', de: 'PRO-Hotline' },
    services: each(['silver', 'gold', 'platinum', 'black'], { en: 'PRO hotline', de: 'PRO-Hotline' }),
  },
  {
    key: 'contact',
    texts: { en: 'Personal contact', de: 'Persönlicher Ansprechpartner' },
    services: each(['black'], { en: 'A personal contact', de: 'Ein persönlicher Ansprechpartner' }),
  },
  {
    key: 'sensor-clean',
    unit: 'per-term',
    texts: { en: 'Sensor check and clean', de: 'Sensorprüfung und -reinigung' },
    services: [
      {
        status: 'silver',
        quantity: 1,
        en: '1 sensor check and clean a year',
        de: '1 Sensorprüfung und -reinigung im Jahr',
      },
      {
        status: 'gold',
        quantity: 2,
        en: '2 sensor checks and cleans a year',
        de: '2 Sensorprüfungen und -reinigungen im Jahr',
      },
      {
        status: 'platinum',
        quantity: 4,
        en: '4 sensor checks and cleans a year',
        de: '4 Sensorprüfungen und -reinigungen im Jahr',
      },
      {
        status: 'black',
        en: 'Sensor checks and cleans without limit',
        de: 'Sensorprüfungen und -reinigungen ohne Begrenzung',
      },
    ],
  },
  {
    key: 'repair',
    unit: 'working-days',
    texts: { en: 'Repair time', de: 'Reparaturzeit' },
    services: [
      { status: 'silver', quantity: 5, en: 'Repair in 5 working days', de: 'Reparatur in 5 Werktagen' },
      { status: 'gold', quantity: 3, en: 'Repair in 3 working days', de: 'Reparatur in 3 Werktagen' },
      { status: 'platinum', quantity: 2, en: 'Repair in 2 working days', de: 'Reparatur in 2 Werktagen' },
      { status: 'black', quantity: 1, en: 'Repair in 1 working day', de: 'Reparatur in 1 Werktag' },
    ],
  },
  {
    key: 'loan-unit',
    texts: { en: 'Loan unit', de: 'Leihgerät' },
    services: each(['gold', 'platinum', 'black'], {
      en: 'A loan unit when the repair takes longer',
      de: 'Ein Leihgerät, wenn die Reparatur länger dauert',
    }),
  },
  {
    key: 'pick-up',
    texts: { en: 'Pick-up and return', de: 'Abholung und Rückversand' },
    services: each(['platinum', 'black'], { en: 'Pick-up and return', de: 'Abholung und Rückversand' }),
  },
  {
    key: 'discount',
    unit: 'per-cent',
    texts: { en: 'Repairs out of warranty', de: 'Reparaturen außerhalb der Garantie' },
    services: [
      {
        status: 'gold',
        quantity: 10,
        en: '10 % off repairs out of warranty',
        de: '10 % auf Reparaturen außerhalb der Garantie',
      },
      {
        status: 'platinum',
        quantity: 20,
        en: '20 % off repairs out of warranty',
        de: '20 % auf Reparaturen außerhalb der Garantie',
      },
      {
        status: 'black',
        quantity: 30,
        en: '30 % off repairs out of warranty',
        de: '30 % auf Reparaturen außerhalb der Garantie',
      },
    ],
  },
]

/** Adds the benefits and the default range of services. Existing rows are left alone. */
export async function seedServices(tx: Database) {
  for (const [position, { key, unit, texts, services: offered }] of BENEFITS.entries()) {
    await tx.insert(benefits).values({ key, unit, texts, position }).onConflictDoNothing()
    const [benefit] = await tx.select({ id: benefits.id }).from(benefits).where(eq(benefits.key, key))
    if (!benefit) throw new Error(`The benefit ${key} was not created.`)
    await tx
      .insert(services)
      .values(
        offered.map(({ status, quantity, en, de }) => ({
          benefitId: benefit.id,
          status,
          quantity: quantity ?? null,
          texts: { en, de },
          effectiveFrom: '2026-01-01',
        })),
      )
      .onConflictDoNothing()
  }
}

function each(statuses: Service['status'][], texts: Translated): Service[] {
  return statuses.map((status) => ({ status, ...texts }))
}
