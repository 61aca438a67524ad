import { saveImportFile } from '@/lib/catalogue/commands/import'
import { addProduct } from '@/lib/catalogue/commands/save'
import { recordModels } from '@/lib/catalogue/commands/unmatched'
import { writeFile } from '@/lib/catalogue/import/file'
import { previewImport } from '@/lib/catalogue/queries/import'
import { someFacts } from '@/testing/catalogue'
import { aRegistration } from '@/testing/reviews'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, forAdmins, log, takenByAdmins } from './columns'
import type { PageRow } from './pages'
import type { Form } from './request'
import type { RouteRow } from './routes'
import type { World } from './world'

const here = '/staff/admin/programme/catalogue'
const actions = `app${here}/actions.ts`
const imports = `app${here}/import/actions.ts`
const unmatched = `app${here}/unmatched/actions.ts`
const texts = ['unmatched_models', 'unmatched_typings']
const catalogue = ['products', 'product_spellings', 'catalogue_state']

export const cataloguePages: Record<string, PageRow> = {
  [`${here}/page`]: { at: () => `${here}?q=S5`, who: forAdmins },
  [`${here}/new/page`]: { at: () => `${here}/new`, who: forAdmins },
  [`${here}/[id]/page`]: {
    at: async (world) => `${here}/${(await aProduct(world)).id}`,
    who: forAdmins,
    malformed: { at: `${here}/x`, cell: 'nothing' },
  },
  [`${here}/unmatched/page`]: {
    at: async (world) => {
      await aText(world)
      return `${here}/unmatched`
    },
    who: forAdmins,
  },
  [`${here}/import/page`]: { at: () => `${here}/import`, who: forAdmins },
  [`${here}/import/[id]/page`]: {
    at: async (world) => `${here}/import/${(await aFile(world)).id}`,
    who: forAdmins,
    malformed: { at: `${here}/import/x`, cell: 'nothing' },
  },
}

export const catalogueRoutes: Record<string, RouteRow[]> = {
  [`${here}/export/route`]: [
    {
      method: 'GET',
      make: () => ({ path: `${here}/export` }),
      who: takenByAdmins,
      changes: [log],
      malformed: never('it takes no id'),
      over: never('what is read is never over'),
      again: 'done', // every export is written down
    },
  ],
}

export const catalogueActions: Record<string, ActionRow> = {
  [`${actions}#addProduct`]: {
    make: adding(),
    who: adminsOnly,
    changes: [...catalogue, log],
    malformed: { make: adding({ kind: 'teapot' }), cell: 'refused' },
    over: { make: adding({ name: 'LUMIX S5 II' }), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#changeProduct`]: {
    make: changing(),
    who: adminsOnly,
    changes: ['products', 'catalogue_state', log],
    malformed: { make: changing({ id: 'x' }), cell: 'refused' },
    over: { make: changing({ version: '7' }), cell: 'refused' },
    again: 'refused',
  },
  [`${actions}#removeProduct`]: {
    make: removing(),
    who: adminsOnly,
    changes: [...catalogue, log],
    malformed: { make: removing('x'), cell: 'refused' },
    over: { make: removing(undefined, true), cell: 'refused' },
    again: 'refused',
  },
  [`${imports}#checkImportFile`]: {
    make: () => sending(new File([writeFile([someFacts()])], 'products.csv', { type: 'text/csv' })),
    who: adminsOnly,
    changes: ['catalogue_imports', log],
    malformed: { make: () => sending(new File(['\0'], 'products.csv')), cell: 'refused' },
    over: never('a file can be looked at at any time'),
    again: 'done', // it changes nothing but that it was looked at
  },
  [`${imports}#importCatalogue`]: {
    make: importing(),
    who: adminsOnly,
    changes: [...catalogue, 'catalogue_imports', log],
    malformed: { make: importing({ id: 'x' }), cell: 'refused' },
    over: { make: importing({ version: '1' }), cell: 'refused' },
    again: 'refused',
  },
  [`${unmatched}#nameUnmatchedText`]: {
    make: naming(),
    who: adminsOnly,
    changes: [...catalogue, ...texts, log],
    malformed: { make: naming({ product: 'x' }), cell: 'refused' },
    over: { make: naming({ key: 'dealtwith' }), cell: 'refused' },
    again: 'refused',
  },
  [`${unmatched}#ignoreUnmatchedText`]: {
    make: ignoring(),
    who: adminsOnly,
    changes: [...texts, log],
    malformed: { make: ignoring('@'), cell: 'refused' },
    over: { make: ignoring('dealtwith'), cell: 'refused' },
    again: 'refused',
  },
}

async function aProduct({ portal, people }: World) {
  const { actor } = await people.admin()
  const facts = someFacts()
  return { id: await addProduct(actor, facts, new Date(), portal.app), facts }
}

/** A model the catalogue lacks, another one each time. */
async function aText({ portal, member }: World) {
  const key = `quantum${crypto.randomUUID().replace(/\W|\d/g, '')}`
  await recordModels(member.actor, [{ text: key, known: false }], new Date(), portal.app)
  return key
}

function naming(more: Form = {}): Make {
  return async (world) => {
    const [key, { id: product }] = [await aText(world), await aProduct(world)]
    return { path: `${here}/unmatched`, form: { key, product, ...more } }
  }
}

function ignoring(other?: string): Make {
  return async (world) => ({ path: `${here}/unmatched`, form: { key: other ?? (await aText(world)) } })
}

/** A file with one new product, as it was looked at. */
async function aFile({ portal, people }: World) {
  const [{ actor }, at] = [await people.admin(), new Date()]
  const id = await saveImportFile(actor, writeFile([someFacts()]), at, portal.app)
  const preview = await previewImport(actor, id, at, portal.app)
  return { id, sha256: String(preview?.sha256), version: String(preview?.version) }
}

const sending = (file: File) => ({ path: `${here}/import`, form: { file } })

function importing(more: Form = {}): Make {
  return async (world) => {
    const file = await aFile(world)
    return { path: `${here}/import/${file.id}`, form: { ...file, ...more } }
  }
}

/** What the form sends. */
const typed = ({ aliases, qualifyingFrom, qualifyingTo, ...facts }: ReturnType<typeof someFacts>): Form => ({
  ...facts,
  aliases: aliases.join('\n'),
  qualifyingFrom: qualifyingFrom ?? '',
  qualifyingTo: qualifyingTo ?? '',
  otherMount: '',
})

function adding(more: Form = {}): Make {
  return () => ({ path: `${here}/new`, form: { ...typed(someFacts()), ...more } })
}

function changing(more: Form = {}): Make {
  return async (world) => {
    const { id, facts } = await aProduct(world)
    return {
      path: `${here}/${id}`,
      form: { ...typed({ ...facts, mount: 'Other' }), id, version: '1', ...more },
    }
  }
}

/** About a product that nobody has registered, or the member has. */
function removing(malformed?: string, registered = false): Make {
  return async (world) => {
    const { id, facts } = await aProduct(world)
    if (registered) await aRegistration(world.portal.app, world.member.actor, { model: facts.modelNumber })
    return { path: `${here}/${id}`, form: { id: malformed ?? id } }
  }
}
