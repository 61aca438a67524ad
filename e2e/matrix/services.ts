import { addBenefit } from '@/lib/services/commands/benefits'
import { changeService } from '@/lib/services/commands/lines'
import { addDays, berlinDate } from '@/lib/time'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, forAdmins, log } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'
import type { World } from './world'

const services = '/staff/admin/programme/services'
const actions = 'app/staff/admin/programme/services/actions.ts'
const tomorrow = () => addDays(berlinDate(new Date()), 1)
const texts = () => ({ en: `Rental ${crypto.randomUUID()}`, de: 'Miete' })

/** A new benefit, with a coming line for Silver on request. */
async function aBenefit({ portal, people }: World) {
  const { actor } = await people.admin()
  return addBenefit(actor, { ...texts(), unit: null }, new Date(), portal.app)
}

async function aComingLine(world: World) {
  const { actor } = await world.people.admin()
  const benefit = await aBenefit(world)
  const place = { benefit, status: 'silver' as const, country: null }
  const input = { ...place, from: tomorrow(), seen: '', reason: 'A test', offered: 'yes' as const }
  const line = await changeService(
    actor,
    { ...input, ...texts(), quantity: null },
    new Date(),
    world.portal.app,
  )
  return { benefit, line, seen: line.slice(0, 8) }
}

/** On the page of its lines for Silver, by default. */
const aboutBenefit =
  (form: (benefit: string) => Form, path?: string): Make =>
  async (world) => {
    const benefit = await aBenefit(world)
    return { path: path ?? `${services}/${benefit}/silver`, form: form(benefit) }
  }

const aboutLine =
  (form: (made: Awaited<ReturnType<typeof aComingLine>>) => Form): Make =>
  async (world) => {
    const made = await aComingLine(world)
    return { path: `${services}/${made.benefit}/silver`, form: form(made) }
  }

const change = (benefit: string, more: Form = {}): Form => ({
  benefit,
  status: 'silver',
  country: '',
  from: tomorrow(),
  seen: '',
  reason: 'A test',
  ...texts(),
  ...more,
})
const benefits = `${services}/benefits`

export const servicesActions: Record<string, ActionRow> = {
  [`${actions}#changeService`]: {
    make: aboutBenefit((id) => change(id)),
    who: adminsOnly,
    changes: ['services', log],
    malformed: { make: aboutBenefit(() => change('x')), cell: 'refused' },
    over: { make: aboutBenefit((id) => change(id, { from: '2026-01-01' })), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#endService`]: {
    make: aboutLine(({ benefit, seen }) => change(benefit, { seen })),
    who: adminsOnly,
    changes: ['services', log],
    malformed: { make: aboutLine(({ seen }) => change('x', { seen })), cell: 'refused' },
    over: { make: aboutLine(({ benefit }) => change(benefit, { seen: 'old' })), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#withdrawService`]: {
    make: aboutLine(({ line }) => ({ line, reason: 'A test' })),
    who: adminsOnly,
    changes: ['services', log],
    malformed: { make: aboutLine(() => ({ line: 'x', reason: 'A test' })), cell: 'refused' },
    over: { make: aboutLine(() => ({ line: crypto.randomUUID(), reason: 'A test' })), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#addBenefit`]: {
    make: () => ({ path: benefits, form: { ...texts(), unit: '' } }),
    who: adminsOnly,
    changes: ['benefits', log],
    malformed: { make: () => ({ path: benefits, form: { ...texts(), unit: 'x' } }), cell: 'refused' },
    over: { make: () => ({ path: benefits, form: { en: 'PRO hotline', de: '' } }), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#renameBenefit`]: {
    make: aboutBenefit((benefit) => ({ benefit, ...texts() }), benefits),
    who: adminsOnly,
    changes: ['benefits', log],
    malformed: { make: () => ({ path: benefits, form: { benefit: 'x', ...texts() } }), cell: 'refused' },
    over: {
      make: () => ({ path: benefits, form: { benefit: crypto.randomUUID(), ...texts() } }),
      cell: 'refused',
    },
    again: never('the same name once more is the same'),
  },
  [`${actions}#moveBenefit`]: {
    make: aboutBenefit((benefit) => ({ benefit, to: 'up' }), benefits),
    who: adminsOnly,
    changes: ['benefits', log],
    malformed: { make: () => ({ path: benefits, form: { benefit: 'x', to: 'up' } }), cell: 'refused' },
    over: { make: aboutBenefit((benefit) => ({ benefit, to: 'down' }), benefits), cell: 'refused' },
    again: never('once more is one place further'),
  },
}

export const servicesPages: Record<string, PageRow> = {
  [`${services}/page`]: { at: () => services, who: forAdmins },
  [`${services}/benefits/page`]: { at: () => benefits, who: forAdmins },
  [`${services}/preview/page`]: { at: () => `${services}/preview?status=black`, who: forAdmins },
  [`${services}/[benefit]/[status]/page`]: {
    at: async (world) => `${services}/${(await aComingLine(world)).benefit}/silver`,
    who: forAdmins,
    malformed: { at: `${services}/x/silver`, cell: 'nothing' },
  },
  '/staff/admin/programme/translations/page': {
    at: () => '/staff/admin/programme/translations',
    who: forAdmins,
  },
}
