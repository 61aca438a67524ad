import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { acceptances, logEntries, mails, texts } from '@/db/schema'
import type { Admin } from '@/lib/actor'
import { startJoin } from '@/lib/joining/commands/start'
import { addDays, berlinDate } from '@/lib/time'
import { testDatabase } from '@/testing/database'
import { aMember, anAdmin } from '@/testing/people'
import type { TextDraft } from '../input'
import { listOwnAcceptances, listTextsToAccept, readText, textOn } from '../queries/texts'
import {
  listAccepted,
  listNotAccepted,
  listVersions,
  openVersion,
  versionsLackingLanguages,
} from '../queries/versions'
import { acceptText } from './accept'
import { discardTextDraft, saveTextDraft, startTextDraft } from './draft'
import { publishText, withdrawText } from './publish'

const { db, as } = testDatabase()
// The database checks which versions have begun, so these tests use today's date.
const at = new Date()
const today = berlinDate(at)
const day = (count: number) => addDays(today, count)
const noon = (date: string) => new Date(`${date}T12:00:00+01:00`)
const refusal = (reason: string, field?: string) => expect.objectContaining({ reason, field })
const cause = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => String(error.cause?.message ?? error),
  )

let admin: Admin
let other: Admin
beforeAll(async () => {
  admin = await anAdmin(db, { factorAt: at })
  other = await anAdmin(db, { factorAt: at })
})
afterEach(async () => {
  await as.owner.delete(texts).where(sql`published_at is null`)
})

const current = (kind: 'terms' | 'privacy' = 'terms') => textOn(kind, today)
const openExisting = async (id: string) => {
  const found = await openVersion(admin, id, today)
  if (!found) throw new Error('The version does not exist.')
  return found
}
const logged = async (subjectId: string) =>
  (await db.select().from(logEntries).where(eq(logEntries.subjectId, subjectId))).map(({ action }) => action)

async function aDraft(kind: 'terms' | 'privacy' = 'terms') {
  return startTextDraft(admin, (await current(kind)).id, at)
}

async function draftInput(id: string, over: Partial<TextDraft> = {}): Promise<TextDraft> {
  const { version, texts, changedAt } = await openExisting(id)
  return { id, version, ...texts, seen: changedAt.toISOString(), ...over }
}

async function publicationInput(id: string, from: string, over = {}) {
  const { changedAt } = await openExisting(id)
  return { id, seen: changedAt.toISOString(), from, reason: 'New law', ...over }
}

/** Terms effective from a day on. */
async function publishFrom(from: string, kind: 'terms' | 'privacy' = 'terms') {
  const id = await aDraft(kind)
  await publishText(admin, await publicationInput(id, from), at)
  return id
}

describe('a draft', () => {
  test('starts with the words of its source version, and is not public yet', async () => {
    const id = await aDraft()
    const [draft, source] = [await openExisting(id), await openExisting((await current()).id)]
    expect(draft.texts).toEqual(source.texts)
    expect(draft).toMatchObject({ kind: 'terms', state: 'draft', missing: [] })
    expect(await readText('terms', draft.version, day(1000), 'en')).toBeNull()
    expect((await textOn('terms', day(1000))).id).toBe(source.id)
    await expect(aDraft()).rejects.toEqual(refusal('draftOpen'))
    await expect(startTextDraft(admin, crypto.randomUUID(), at)).rejects.toEqual(refusal('notFound'))
  })

  test('two who start one at once create one', async () => {
    const results = await Promise.allSettled([aDraft(), aDraft()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is saved if valid; an error names its field, and nothing is saved', async () => {
    const id = await aDraft()
    await saveTextDraft(
      admin,
      await draftInput(id, { version: 'next', en: '## A\n\nWrite to {dpoEmail}.' }),
      at,
    )
    expect(await openExisting(id)).toMatchObject({
      version: 'next',
      texts: { en: '## A\n\nWrite to {dpoEmail}.' },
    })
    const save = async (over: Partial<TextDraft>) => saveTextDraft(admin, await draftInput(id, over), at)
    await expect(save({ de: 'An {dsbEmail}' })).rejects.toMatchObject({
      reason: 'textPlaceholder',
      field: 'de',
      values: { what: '{dsbEmail}' },
    })
    await expect(save({ en: '<b>x</b>' })).rejects.toEqual(refusal('textMarkup', 'en'))
    await expect(save({ version: '2026-11' })).rejects.toEqual(refusal('versionTaken', 'version'))
    expect((await openExisting(id)).texts.en).toContain('{dpoEmail}')
    expect(await logged(id)).toEqual(['text.drafted', 'text.saved'])
  })

  test('that somebody saved since it was opened is not overwritten, nor published', async () => {
    const id = await aDraft()
    const [mine, theirs] = [await draftInput(id, { en: 'Mine.' }), await draftInput(id, { en: 'Theirs.' })]
    const stale = await publicationInput(id, day(40))
    await saveTextDraft(other, theirs, new Date(at.getTime() + 1000))
    await expect(saveTextDraft(admin, mine, new Date(at.getTime() + 2000))).rejects.toEqual(
      refusal('draftChanged'),
    )
    await expect(publishText(admin, stale, at)).rejects.toEqual(refusal('draftChanged'))
    expect((await openExisting(id)).texts.en).toBe('Theirs.')
  })

  test('without the words of a language is listed, and not published', async () => {
    const id = await aDraft()
    await saveTextDraft(admin, await draftInput(id, { de: '' }), at)
    expect(await versionsLackingLanguages(admin, today)).toMatchObject([{ id, missing: ['de'] }])
    await expect(publishText(admin, await publicationInput(id, day(41)), at)).rejects.toEqual(
      refusal('textMissing'),
    )
  })

  test('is discarded once', async () => {
    const id = await aDraft()
    await discardTextDraft(admin, id, at)
    await expect(discardTextDraft(admin, id, at)).rejects.toEqual(refusal('notFound'))
    const published = discardTextDraft(admin, (await current()).id, at)
    await expect(published).rejects.toEqual(refusal('documentPublished'))
    expect(await openVersion(admin, id, today)).toBeNull()
  })
})

describe('publishing', () => {
  test('takes effect on its day: joining accepts it then, and the other admins are notified', async () => {
    const old = await current()
    const id = await publishFrom(day(5))
    expect((await textOn('terms', day(4))).id).toBe(old.id)
    expect((await textOn('terms', day(5))).id).toBe(id)
    const [later, privacy] = [noon(day(5)), await textOn('privacy', day(5))]
    const person = { firstName: 'Ana', surname: 'Amostra', bornOn: '1990-05-17', country: 'DE' }
    const join = (terms: string) =>
      startJoin(
        {
          ...person,
          email: `${crypto.randomUUID()}@example.com`,
          language: 'en',
          terms,
          privacy: privacy.id,
        },
        undefined,
        later,
      )
    await expect(join(old.id)).rejects.toEqual(refusal('textsChanged', 'terms'))
    await expect(join(id)).resolves.toBeTypeOf('string')
    expect(await readText('terms', old.version, day(5), 'de')).toMatchObject({ state: 'past' })
    const queued = await db.select().from(mails).where(eq(mails.accountId, other.id))
    expect(queued.map(({ template, about }) => [template, about])).toContainEqual([
      'text-changed',
      { text: id, act: 'published' },
    ])
    expect(await db.select().from(mails).where(eq(mails.accountId, admin.id))).toEqual([])
  })

  test('needs a fresh factor, tomorrow or later, and a free day', async () => {
    await publishFrom(day(50))
    const id = await aDraft()
    const stale = { ...admin, factorAt: new Date(at.getTime() - 6 * 60_000) }
    await expect(publishText(stale, await publicationInput(id, day(51)), at)).rejects.toEqual(
      refusal('stepUp'),
    )
    await expect(publishText(admin, await publicationInput(id, today), at)).rejects.toEqual(
      refusal('dayTooSoon', 'from'),
    )
    await expect(publishText(admin, await publicationInput(id, day(50)), at)).rejects.toEqual(
      refusal('dayTaken', 'from'),
    )
    const nothing = { ...(await publicationInput(id, day(51))), id: crypto.randomUUID() }
    await expect(publishText(admin, nothing, at)).rejects.toEqual(refusal('notFound'))
  })

  test('twice at once is once', async () => {
    const id = await aDraft()
    const input = await publicationInput(id, day(60))
    const results = await Promise.allSettled([publishText(admin, input, at), publishText(other, input, at)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await logged(id)).filter((action) => action === 'text.published')).toHaveLength(1)
    await expect(publishText(admin, input, at)).rejects.toEqual(refusal('documentPublished'))
  })
})

describe('withdrawing', () => {
  test('works before the first day, and frees that day', async () => {
    const old = await current('privacy')
    const id = await publishFrom(day(7), 'privacy')
    await withdrawText(admin, { id, reason: 'A mistake in it' }, at)
    expect((await textOn('privacy', day(7))).id).toBe(old.id)
    expect(await openExisting(id)).toMatchObject({ state: 'withdrawn', withdrawnReason: 'A mistake in it' })
    await publishFrom(day(7), 'privacy')
    await expect(withdrawText(admin, { id, reason: 'Again' }, at)).rejects.toEqual(refusal('textStays'))
  })

  test('is refused for a version in force and for a draft, and needs a fresh factor', async () => {
    const take = (id: string, who = admin) => withdrawText(who, { id, reason: 'No' }, at)
    await expect(take((await current()).id)).rejects.toEqual(refusal('textStays'))
    await expect(take(crypto.randomUUID())).rejects.toEqual(refusal('textStays'))
    const stale = { ...admin, factorAt: undefined }
    await expect(take(await publishFrom(day(70)), stale)).rejects.toEqual(refusal('stepUp'))
    await expect(take(await aDraft())).rejects.toEqual(refusal('textStays'))
  })
})

describe('accepting', () => {
  test('is requested from members who have not, recorded with language and time, and only once', async () => {
    const member = await aMember(db, {}, at)
    expect(await listTextsToAccept(member, today)).toEqual([])
    const id = await publishFrom(day(80))
    expect(await listTextsToAccept(member, day(79))).not.toContainEqual(expect.objectContaining({ id }))
    const later = noon(day(80))
    expect(await listTextsToAccept(member, day(80))).toContainEqual(
      expect.objectContaining({ id, kind: 'terms' }),
    )
    expect((await listNotAccepted(admin, id, day(80))).count).toBeGreaterThan(0)
    expect(await acceptText(member, { id, language: 'de' }, later)).toBe('terms')
    expect((await listTextsToAccept(member, day(80))).map((one) => one.id)).not.toContain(id)
    expect((await listOwnAcceptances(member))[0]).toMatchObject({ id, language: 'de', at: later })
    expect((await listAccepted(admin, id)).members).toMatchObject([{ language: 'de', at: later }])
    const again = acceptText(member, { id, language: 'en' }, later)
    await expect(again).rejects.toEqual(refusal('alreadyDone'))
    expect((await listVersions(admin, day(80))).find((one) => one.id === id)).toMatchObject({ accepted: 1 })
  })

  test('is only possible for the version in force that day', async () => {
    const member = await aMember(db, {}, at)
    const accept = (id: string) => acceptText(member, { id, language: 'en' }, at)
    await expect(accept(await publishFrom(day(90)))).rejects.toEqual(refusal('textsChanged'))
    await expect(accept(await aDraft())).rejects.toEqual(refusal('textsChanged'))
    await expect(accept(crypto.randomUUID())).rejects.toEqual(refusal('notFound'))
  })
})

describe('the database', () => {
  const words = 'the words of a published version stay'
  const stays = 'a published version stays as it is'

  test('protects the words of a published version, from the owner too', async () => {
    for (const id of [(await current()).id, await publishFrom(day(100))])
      for (const on of [as.app, as.owner]) {
        const where = sql`where text_id = ${id}`
        expect(await cause(on.execute(sql`update text_bodies set body = 'x' ${where}`))).toBe(words)
        expect(await cause(on.execute(sql`delete from text_bodies ${where}`))).toBe(words)
      }
    const empty = (on: typeof db) => cause(on.execute(sql`truncate text_bodies`))
    expect(await empty(as.owner)).toBe('text_bodies is append-only')
    expect(await empty(as.app)).not.toBe('done')
  })

  test('protects a version that has begun, from every role, and allows none to begin in the past', async () => {
    const { id } = await current()
    for (const on of [as.app, as.owner]) {
      const change = (set: ReturnType<typeof sql>) =>
        cause(on.execute(sql`update texts set ${set} where id = ${id}`))
      expect(await change(sql`version = 'other'`)).toBe(stays)
      expect(await change(sql`effective_from = current_date + 9`)).toBe(stays)
      expect(await change(sql`published_at = null, effective_from = null`)).toBe(stays)
      expect(await cause(on.execute(sql`delete from texts where id = ${id}`))).toBe(stays)
    }
    const next = await publishFrom(day(110))
    const early = sql`update texts set effective_from = current_date - 9 where id = ${next}`
    expect(await cause(as.owner.execute(early))).toBe(stays)
    const draft = await aDraft()
    const past = sql`update texts set published_at = now(), effective_from = current_date - 9 where id = ${draft}`
    expect(await cause(db.execute(past))).toBe('no version begins in the past')
  })

  test('publishes only in every language, and never without a draft', async () => {
    const draft = await aDraft()
    await db.execute(sql`delete from text_bodies where text_id = ${draft} and language = 'de'`)
    const whole = sql`update texts set published_at = now(), effective_from = current_date + 9 where id = ${draft}`
    expect(await cause(db.execute(whole))).toBe('a version is published in every language')
    const straight = sql`insert into texts (kind, version, effective_from, published_at) values ('terms', 'x', current_date, now())`
    expect(await cause(db.execute(straight))).toMatch(/permission denied/)
  })

  test('does not let an acceptance be changed', async () => {
    const set = db.update(acceptances).set({ language: 'de' })
    expect(await cause(set)).toMatch(/permission denied/)
  })
})
