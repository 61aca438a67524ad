import type pg from 'pg'

/** The addresses of the app, the worker and the desk, each with its own login. */
export type Logins = { appUrl: string; workerUrl: string; deskUrl: string }

/**
 * The groups that privileges are granted to. Roles are cluster-wide, so databases share them; their logins differ
 * between installations.
 */
const GROUPS = [
  { group: 'lumix_app', setting: 'DATABASE_URL', url: (logins: Logins) => logins.appUrl },
  { group: 'lumix_worker', setting: 'WORKER_DATABASE_URL', url: (logins: Logins) => logins.workerUrl },
  { group: 'lumix_desk', setting: 'DESK_DATABASE_URL', url: (logins: Logins) => logins.deskUrl },
]

/** Creates missing groups and logins. Throws for a login that would defeat the purpose of the groups. */
export async function makeRoles(client: pg.Client, logins: Logins) {
  for (const { group, setting, url } of GROUPS) {
    const { username, password } = new URL(url(logins))
    const login = decodeURIComponent(username)
    await makeRole(client, group, 'nologin')
    await makeRole(client, login, `login password ${client.escapeLiteral(decodeURIComponent(password))}`)
    await refusePowerful(client, login, setting)
    await join(client, login, group)
  }
  const { rows } = await client.query('select current_user as name')
  await join(client, rows[0].name, 'lumix_worker') // so that the owner can create the worker's tables on its behalf
}

/** Closes the database to all other roles of the cluster. TEMPLATE does not copy a database's own privileges. */
export async function guardDatabase(client: pg.Client) {
  const { rows } = await client.query('select current_database() as name')
  const database = client.escapeIdentifier(rows[0].name)
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to lumix_app, lumix_worker, lumix_desk`)
}

async function makeRole(client: pg.Client, name: string, options: string) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount) return
  await runOrExplain(
    client,
    `create role ${client.escapeIdentifier(name)} ${options}`,
    `create the role "${name}"`,
  )
}

async function join(client: pg.Client, member: string, group: string) {
  const { rows } = await client.query(`select pg_has_role($1, $2, 'usage') as joined`, [member, group])
  if (rows[0].joined) return
  const [role, to] = [client.escapeIdentifier(group), client.escapeIdentifier(member)]
  await runOrExplain(client, `grant ${role} to ${to}`, `grant "${group}" to "${member}"`)
}

async function runOrExplain(client: pg.Client, statement: string, description: string) {
  await client.query(statement).catch((error) => {
    if (error.code === '42710') return // created concurrently for another database of this cluster
    if (error.code !== '42501') throw error
    throw new Error(
      `The login of OWNER_DATABASE_URL may not ${description}. Give it CREATEROLE, or have an administrator do that.`,
    )
  })
}

async function refusePowerful(client: pg.Client, login: string, setting: string) {
  const { rows } = await client.query(
    'select rolsuper, rolname = current_user as owner from pg_roles where rolname = $1',
    [login],
  )
  if (GROUPS.some(({ group }) => group === login))
    throw new Error(`${setting}: "${login}" is the name of a group; choose another.`)
  if (rows[0].owner)
    throw new Error(`${setting} and OWNER_DATABASE_URL need different logins; both are "${login}".`)
  if (rows[0].rolsuper)
    throw new Error(
      `${setting}: "${login}" is a superuser, who bypasses all privileges. Use a separate login.`,
    )
}
