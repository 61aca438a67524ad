import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/testing/database'
import { makeMember } from '@/testing/desk'

// The desk's login may execute desk.desk_check and nothing else. Here it tries everything else, in SQL.
const { db } = testDatabase()
const owner = new pg.Client(process.env.OWNER_DATABASE_URL)
const desk = new pg.Client(process.env.DESK_DATABASE_URL)

beforeAll(async () => {
  await Promise.all([owner.connect(), desk.connect()])
  await makeMember(db)
})
afterAll(() => Promise.all([owner.end(), desk.end()]))

const OURS = `nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`
const DENIED = /permission denied|must be (owner|superuser|member)|not permitted|not allowed/

async function list(query: string): Promise<string[]> {
  const { rows } = await owner.query(query)
  return rows.map(({ name }) => name)
}

/** Every statement is valid, so that only the privileges can make it fail. */
async function expectDenied(statements: string[]) {
  const notDenied: Record<string, string> = {}
  for (const statement of statements) {
    const answer = await desk.query(statement).then(
      ({ rows }) => `it worked: ${JSON.stringify(rows)}`,
      (error) => String(error.message),
    )
    if (!DENIED.test(answer)) notDenied[statement] = answer
  }
  expect(notDenied).toEqual({})
}

test('no table, view or sequence, in any way', async () => {
  const relations = await list(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
      where ${OURS} and relkind in ('r', 'v', 'm', 'p', 'f')`,
  )
  expect(relations).toEqual(
    expect.arrayContaining(['public.members', 'public.log_entries', 'public.log_reads', 'public.sessions']),
  )
  expect(relations.length).toBeGreaterThan(30)
  for (const name of relations)
    await expectDenied([
      `select * from ${name}`,
      `select count(*) from ${name}`,
      `select from ${name}`,
      `table ${name} for update`,
      `insert into ${name} default values`,
      `delete from ${name}`,
      `delete from ${name} where false`,
      `truncate ${name}`,
      `do $$ begin lock table ${name} in access share mode; end $$`,
      `copy ${name} to stdout`,
      `drop table ${name}`,
      `alter table ${name} rename to mine`,
      `grant select on ${name} to public`,
      `create index on ${name} ((1))`,
    ])
})

test('no column of any of them, and no sequence', async () => {
  const { rows: columns } = await owner.query(
    `select format('%I.%I', nspname, relname) as name, attname from pg_attribute
       join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
      where ${OURS} and relkind in ('r', 'v', 'p') and attnum > 0 and not attisdropped
        and (has_column_privilege('portal_desk', c.oid, attnum, 'select, insert, update, references'))`,
  )
  expect(columns).toEqual([])
  const updates = await list(
    `select format('update %I.%I set %I = %I', nspname, relname, attname, attname) as name from pg_attribute
       join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
      where nspname = 'public' and relkind = 'r' and attnum = 1`,
  )
  await expectDenied(updates)
  const sequences = await list(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace n on n.oid = relnamespace
      where ${OURS} and relkind = 'S'`,
  )
  await expectDenied(sequences.flatMap((name) => [`select nextval('${name}')`, `select * from ${name}`]))
})

test('of all our functions only desk_check', async () => {
  const functions = `select oid::regprocedure::text as name from pg_proc p
    where pronamespace in (select oid from pg_namespace where ${OURS})`
  const reachable = await list(
    `${functions} and has_schema_privilege('portal_desk', pronamespace, 'usage')
       and has_function_privilege('portal_desk', p.oid, 'execute')`,
  )
  expect(reachable).toEqual(['desk.desk_check(uuid,text,text,text,text,text,text)'])
  expect(await list(functions)).toContain('jobs.queue_job(text,json,text,timestamp with time zone)')
  await expectDenied([
    `select jobs.queue_job('send-mail', '{}')`,
    `select graphile_worker.add_job('send-mail')`,
    `select desk.answer_for(1, current_date, 'en')`,
    `select desk.holder('x', null)`,
    `select * from desk.clerk_of('x', now())`,
    `select desk.paused_until(gen_random_uuid(), now())`,
    `select desk.services('gold', 'DE', current_date, 'en')`,
    `select desk.write_down(null, null, null, null, null, null, null)`,
    `alter function desk.desk_check security invoker`,
    `alter function desk.desk_check reset all`,
  ])
  // It cannot grant its own privilege to others; Postgres only warns.
  await desk.query('grant execute on function desk.desk_check to public, lumix_app')
  expect(
    await list(`select r as name from unnest(array['lumix_app', 'lumix_worker']) r
    where has_function_privilege(r, 'desk.desk_check'::regproc, 'execute')`),
  ).toEqual([])
})

test('it creates nothing', async () => {
  await expectDenied([
    'create table public.mine (x int)',
    'create table desk.mine (x int)',
    'create temporary table mine (x int)',
    'create temporary view mine as select 1',
    'select 1 as x into temporary mine',
    'create schema mine',
    'create type desk.mine as enum ()',
    `create function desk.mine() returns int language sql return 1`,
    `create or replace function pg_temp.mine() returns int language sql as 'select 1'`,
    'create extension dblink schema desk',
    'create extension pgcrypto schema desk',
    'create database mine',
    'create role mine',
    'create publication mine',
    'create language plperl',
    'create event trigger mine on ddl_command_start execute function refuse_change()',
    'select lo_create(0)',
    'select lo_creat(-1)',
    `select lo_from_bytea(0, 'x')`,
    `select lo_import('/etc/passwd')`,
  ])
})

describe('it becomes nobody else', () => {
  test('by role', async () => {
    const roles = await list(
      `select rolname as name from pg_roles where rolname not in ('portal_desk', 'lumix_desk') and rolname <> 'none'`,
    )
    expect(roles).toEqual(expect.arrayContaining(['lumix_app', 'portal_owner', 'pg_read_all_data']))
    await expectDenied(roles.flatMap((role) => [`set role ${role}`, `set session authorization ${role}`]))
    // Postgres' own roles (pg_…) have no password, and pg_database_owner no members, for anybody.
    await expectDenied(
      roles
        .filter((role) => !role.startsWith('pg_'))
        .flatMap((role) => [`grant ${role} to portal_desk`, `alter role ${role} password 'mine'`]),
    )
  })

  test('and its group has no other privileges', async () => {
    await desk.query('set role lumix_desk')
    await expectDenied([
      'select * from public.members',
      'select * from public.memberships',
      'select * from public.sessions',
    ])
    await desk.query('reset role')
  })
})

test('it reaches neither the machine nor the server', async () => {
  await expectDenied([
    `select pg_read_file('/etc/passwd')`,
    `select pg_read_binary_file('PG_VERSION')`,
    `select pg_ls_dir('.')`,
    'select pg_ls_logdir()',
    `select pg_stat_file('PG_VERSION')`,
    `copy (select 1) to '/tmp/mine'`,
    `copy (select 1) to program 'id'`,
    `do $$ begin execute 'copy (select 1) to program ''id'''; end $$`,
    `alter system set log_statement = 'all'`,
    'set session_replication_role = replica',
    'set lo_compat_privileges = on',
    `load 'auto_explain'`,
    'select pg_reload_conf()',
    'select pg_rotate_logfile()',
    'checkpoint',
    `select pg_create_physical_replication_slot('mine')`,
    'select * from pg_authid',
    'select * from pg_hba_file_rules',
    'select * from pg_user_mapping',
    'select * from pg_largeobject',
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal_owner'`,
  ])
})

test('it learns nothing from statistics, nor from what others are asking', async () => {
  await owner.query('analyze public.members')
  const { rows: statistics } = await desk.query(`select * from pg_stats where schemaname = 'public'`)
  expect(statistics).toEqual([])
  const { rows: queries } = await desk.query(
    `select query from pg_stat_activity where usename <> current_user and query not in ('', '<insufficient privilege>')`,
  )
  expect(queries).toEqual([])
  const { rows: columns } = await desk.query(
    `select * from information_schema.columns where table_schema = 'public'`,
  )
  expect(columns).toEqual([])
})

test('the database does contain data it cannot see', async () => {
  const { rows } = await owner.query('select count(*)::int as members from members')
  expect(rows[0].members).toBeGreaterThan(0)
})
