// The embedded database: a real Postgres 18 in a folder of ours, for the demo, development and the tests.
// Runs npm's binaries (initdb, postgres) directly and not through the package's class. That class makes the server a
// child that Ctrl-C ends before the web server has finished, writes the password to a world-readable file, and can
// neither join a running server nor use a folder that the user "postgres" can reach when ours is closed to it.
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { type Cluster, makeThrowaway, openCluster } from './cluster'
import { reachableHome, serverUser } from './place'
import { serverHolding, stopServer } from './server'
import { type Running, startServer } from './start'

/** The addresses of one database, one for each kind of login. */
export type Urls = { owner: string; app: string; worker: string; desk: string }

export type Embedded = {
  urls(database?: string): Urls
  /** The administrator's address; only for creating and dropping whole databases. */
  adminUrl: string
  /** Where the files are; `moved` when that is not the requested directory. */
  home: string
  moved: boolean
  /** It was already running: the process that started it will stop it. */
  joined: boolean
  /** Resolves when the server that we started has ended, for any reason. */
  ended: Promise<void>
  /** Shuts down what we started; leaves a server that we joined alone. */
  stop(): Promise<void>
}

const DATABASE = 'lumix'

/**
 * Starts the cluster of `directory` (created in about a second if there is none), or joins it if it is running. Root cannot
 * run Postgres, so then it runs as the user "postgres", and moves to /var/tmp when that user cannot reach `directory`.
 */
export async function startEmbedded(directory: string): Promise<Embedded> {
  const cluster = await openCluster(directory)
  return { ...(await open(cluster, await startServer(cluster))), moved: cluster.moved }
}

/** Starts a cluster for one run in a temporary folder: fast, not durable, removed when it stops or we are killed. */
export async function startThrowaway(): Promise<Embedded> {
  const cluster = await makeThrowaway()
  return open(cluster, await startServer(cluster))
}

/** Deletes the cluster of `directory`. Throws while it is running. */
export async function removeEmbedded(directory: string) {
  const { home } = reachableHome(directory, serverUser())
  const lock = existsSync(home) ? serverHolding(home) : undefined
  if (lock)
    throw new Error(`The database in ${home} is running (process ${lock.pid}). Stop the portal first.`)
  await rm(home, { recursive: true, force: true })
}

async function open(cluster: Cluster, { port, child }: Running): Promise<Embedded> {
  const address = (user: keyof Cluster['passwords'], database: string) =>
    `postgres://${user === 'admin' ? 'admin' : `portal_${user}`}:${cluster.passwords[user]}@127.0.0.1:${port}/${database}`
  await createDatabase(address('admin', 'postgres'), cluster.passwords.owner)
  return {
    urls: (database = DATABASE) => ({
      owner: address('owner', database),
      app: address('app', database),
      worker: address('worker', database),
      desk: address('desk', database),
    }),
    adminUrl: address('admin', 'postgres'),
    home: cluster.home,
    moved: false,
    joined: !child,
    ended: new Promise((done) => child?.once('exit', () => done())),
    stop: async () => child && stopServer(child),
  }
}

/** Creates the owner and its database as a hosting provider would: no superuser, but may create roles. */
async function createDatabase(adminUrl: string, ownerPassword: string) {
  const client = new pg.Client(adminUrl)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('lumix createDatabase'))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount) return
    await client.query('drop role if exists portal_owner')
    await client.query(
      `create role portal_owner login createrole password ${client.escapeLiteral(ownerPassword)}`,
    )
    await revokeLargeObjects(adminUrl.replace(/postgres$/, 'template1'))
    await client.query(`create database ${DATABASE} owner portal_owner`)
  } finally {
    await client.end()
  }
}

/** By default every login, even the desk's, may create large objects; nobody needs them. New databases are copies of template1. */
async function revokeLargeObjects(templateUrl: string) {
  const client = new pg.Client(templateUrl)
  await client.connect()
  const { rows } = await client.query(
    String.raw`select oid::regprocedure as name from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace and (proname like 'lo\_%' or proname in ('loread', 'lowrite'))`,
  )
  for (const { name } of rows) await client.query(`revoke execute on function ${name} from public`)
  await client.end()
}
