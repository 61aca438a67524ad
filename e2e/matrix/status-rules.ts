import { publishStatusRule, saveStatusRuleDraft } from '@/lib/status-rules/commands/versions'
import { addDays, berlinDate } from '@/lib/time'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, forAdmins, jobs, log } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'
import type { World } from './world'

const rules = '/staff/admin/programme/status-rules'
const actions = 'app/staff/admin/programme/status-rules/actions.ts'
const numbers = {
  silverProducts: '3',
  silverCameras: '1',
  goldProducts: '6',
  goldCameras: '2',
  platinumProducts: '10',
  platinumCameras: '2',
}
const thresholds = {
  silver: { products: 3, cameras: 1 },
  gold: { products: 6, cameras: 2 },
  platinum: { products: 10, cameras: 2 },
}

/** Far away, and another one each time, since a day has one version. */
let days = 20_000
const aDay = () => addDays(berlinDate(new Date()), days++)

const draft = async ({ portal, people }: World) =>
  saveStatusRuleDraft(
    (await people.admin()).actor,
    { thresholds, effectiveFrom: aDay(), draft: undefined },
    new Date(),
    portal.app,
  )

async function coming(world: World) {
  const { actor } = await world.people.admin()
  const input = { draft: await draft(world), replaces: undefined, reason: 'A test' }
  return publishStatusRule(actor, input, new Date(), world.portal.app)
}

const aboutDraft =
  (form: (id: string) => Form, over = false): Make =>
  async (world) => {
    const id = await draft(world)
    if (over) await world.portal.rows('delete from status_rule_drafts where id = $1', id)
    return { path: rules, form: form(id) }
  }

const aboutComing =
  (form: (id: string) => Form): Make =>
  async (world) => {
    const id = await coming(world)
    return { path: rules, form: form(id) }
  }

const inForce: Make = async ({ portal }) => {
  const today = berlinDate(new Date())
  const [version] = await portal.rows<{ id: string }>('select programme.status_rules_on($1) as id', today)
  return { path: rules, form: { id: String(version?.id), reason: 'A test' } }
}

const simulating =
  (more: Form = {}): Make =>
  () => ({ path: rules, form: { ...numbers, effectiveFrom: aDay(), ...more } })

export const rulesActions: Record<string, ActionRow> = {
  [`${actions}#simulateStatusRule`]: {
    make: simulating(),
    who: adminsOnly,
    changes: ['status_rule_drafts', log],
    malformed: { make: simulating({ silverProducts: 'x' }), cell: 'refused' },
    over: { make: simulating({ effectiveFrom: '2026-01-01' }), cell: 'refused' },
    again: never('the same once more is another draft'),
  },
  [`${actions}#publishStatusRule`]: {
    make: aboutDraft((id) => ({ draft: id, reason: 'A test' })),
    who: adminsOnly,
    changes: ['status_rule_drafts', 'status_rules', 'status_rule_tiers', 'mails', jobs, log],
    malformed: { make: aboutDraft(() => ({ draft: 'x', reason: 'A test' })), cell: 'refused' },
    over: { make: aboutDraft((id) => ({ draft: id, reason: 'A test' }), true), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#discardStatusRuleDraft`]: {
    make: aboutDraft((id) => ({ draft: id })),
    who: adminsOnly,
    changes: ['status_rule_drafts', log],
    malformed: { make: aboutDraft(() => ({ draft: 'x' })), cell: 'refused' },
    over: { make: aboutDraft((id) => ({ draft: id }), true), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#withdrawStatusRule`]: {
    make: aboutComing((id) => ({ id, reason: 'A test' })),
    who: adminsOnly,
    changes: ['status_rules', 'mails', jobs, log],
    malformed: { make: aboutComing(() => ({ id: 'x', reason: 'A test' })), cell: 'refused' },
    over: { make: inForce, cell: 'refused' },
    again: 'refused',
  },
}

export const rulesPages: Record<string, PageRow> = {
  [`${rules}/page`]: { at: () => rules, who: forAdmins },
  [`${rules}/drafts/[id]/page`]: {
    at: async (world) => `${rules}/drafts/${await draft(world)}`,
    who: forAdmins,
    malformed: { at: `${rules}/drafts/x`, cell: 'nothing' },
  },
  [`${rules}/[id]/withdraw/page`]: {
    at: async (world) => `${rules}/${await coming(world)}/withdraw`,
    who: forAdmins,
    malformed: { at: `${rules}/x/withdraw`, cell: 'nothing' },
  },
}
