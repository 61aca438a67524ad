import pg from 'pg'
import type { Urls } from '@/bin/postgres/embedded'
import { guardDatabase } from '@/db/roles'

/** A database to copy, and the administrator who may copy it. */
export type Template = { adminUrl: string; urls: Urls }

/** Copies the template under a new name; that takes a tenth of the time of migrating one. */
export async function copyTemplate({ adminUrl, urls }: Template) {
  const name = `copy_${crypto.randomUUID().replaceAll('-', '')}`
  const original = new URL(urls.owner).pathname.slice(1)
  await withClient(adminUrl, (admin) =>
    admin.query(`create database ${name} template ${original} owner portal_owner`),
  )
  const here = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const { owner, app, worker, desk } = urls
  const copy: Urls = { owner: here(owner), app: here(app), worker: here(worker), desk: here(desk) }
  await withClient(copy.owner, guardDatabase)
  const drop = () => withClient(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`))
  return { name, urls: copy, drop }
}

async function withClient(url: string, question: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client(url)
  await client.connect()
  await question(client).finally(() => client.end())
}
