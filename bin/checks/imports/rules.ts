import type { Import } from './read'

type Rule = {
  name: string
  from: RegExp
  /** Modules in `from` that are allowed. */
  except?: RegExp
  to: RegExp
  /** Modules in `to` that anyone may import. */
  exempt?: RegExp
  /** Type imports are allowed. */
  valuesOnly?: true
  advice: string
}

const TEST = /\.test\.tsx?$/
/** Not production code: programs, test material, tests. */
const OUTSIDE = /^(bin|testing|e2e)\/|\.test\.tsx?$/
const SQL = /^npm:(drizzle-orm|drizzle-kit|pg|graphile-worker)(\/|$)/
const READS_OR_WRITES = /\/(queries|commands)(\/|\.tsx?$)/

/** Where SQL is allowed: db, queries, commands, mails, identity, the worker, and the kernel's own modules. */
const MAY_USE_SQL = new RegExp(
  [
    OUTSIDE.source,
    '^db/|^drizzle\\.config\\.ts$',
    '^lib/.+/(queries|commands|mails)(/|\\.tsx?$)',
    '^lib/(identity|worker|log|mail|jobs)/',
    '^lib/(limits|administrators|desk/connection)\\.ts$',
  ].join('|'),
)

/** An import is reported for the first rule that it breaks. */
const rules: Rule[] = [
  {
    name: 'rules, policies and inputs are pure',
    from: /^lib\/.*\/(rules|policy|input)\.ts$/,
    to: new RegExp(`${SQL.source}|^db/|^npm:(server-only$|next(/|$))|${READS_OR_WRITES.source}`),
    advice: 'They take facts and return answers. Reading and writing belong in queries and commands.',
  },
  {
    name: 'the kernel imports no noun',
    from: /^lib\/([^/]+$|(log|mail|jobs|i18n)\/)/,
    except: TEST,
    to: /^lib\/(?!(log|mail|jobs|i18n)\/)[^/]+\//,
    advice:
      'The kernel is what every noun may use, so it uses none. Let the noun pass in what is needed, or move what both need to a file of lib/.',
  },
  {
    name: 'only the worker imports the worker',
    from: /^/,
    except: new RegExp(`^lib/worker/|${OUTSIDE.source}`),
    to: /^lib\/worker\//,
    advice:
      'The worker is the outermost ring: it knows every noun, and no noun knows it. Queue a job through lib/jobs; a mail is described in the mails of its noun.',
  },
  {
    name: 'only app imports app',
    from: /^(?!app\/)/,
    to: /^app\//,
    advice: 'Screens depend on lib, not the other way round. Move what both need to lib/ or components/.',
  },
  {
    name: 'lib, db and programs import no screens',
    from: /^(lib|db|bin|testing|e2e)\//,
    to: /^components\//,
    advice: 'Return data, and let app/ render it.',
  },
  {
    name: 'production code imports no programs',
    from: /^/,
    except: new RegExp(`${OUTSIDE.source}|^playwright\\.config\\.ts$`),
    to: /^(bin|e2e)\//,
    advice: 'Programs start the portal; they are not part of it. Move what both need to lib/.',
  },
  {
    name: 'production code imports no test material',
    from: /^/,
    except: OUTSIDE,
    to: /^(testing\/|lib\/identity\/act-as\.ts$)/,
    advice:
      'testing/ and actAs create people and rows without any check; only tests, seeds and programs may. The actor of a request comes from a guard in lib/identity/session.',
  },
  {
    name: 'db imports only settings and lists',
    from: /^db\//,
    except: TEST,
    to: /^(app|bin|components|e2e|lib|testing)\//,
    exempt: /^lib\/(env|lists)\.ts$/,
    advice:
      'The schema comes first, and lib is built on it. An enumeration belongs in lib/lists.ts; everything else the database has to know, in the schema.',
  },
  {
    name: 'app goes through lib',
    from: /^app\//,
    to: new RegExp(`${SQL.source}|^db/`),
    advice:
      'A page calls a query and an action calls a command, with the actor as first argument. For a type, use what the query returns or the input parses to.',
  },
  {
    name: 'components take facts and render them',
    from: /^components\//,
    to: new RegExp(`${SQL.source}|^db/|${READS_OR_WRITES.source}`),
    advice: 'A component knows types and pure rules. Let the page query, and pass the result down.',
  },
  {
    name: 'components take values from pure files alone',
    from: /^components\//,
    to: /^lib\/([^/]+\/|(administrators|env|forms|limits|logger|request-id|route|secrets|start)\.ts$)/,
    exempt: /^lib\/([^/]+\/(rules|search|markdown)\.ts$|i18n\/)/,
    valuesOnly: true,
    advice:
      'A component may call pure rules (lib/<noun>/rules.ts), nothing that reads or writes. Let the page query, and pass the result down.',
  },
  {
    name: 'next-auth stays in lib/identity',
    from: /^/,
    except: /^(lib\/identity|app\/api\/auth)\//,
    to: /^npm:(next-auth|@auth)(\/|$)/,
    advice: 'To know who is signed in, use the guards of lib/identity/session: requireMember, requireAdmin …',
  },
  {
    name: 'one link for all pages',
    from: /^/,
    except: /^components\/link\.tsx$/,
    to: /^npm:next\/link$/,
    advice: 'Use components/link: it does not prefetch pages that are rendered on request.',
  },
  {
    name: 'SQL belongs in queries and commands',
    from: /^/,
    except: MAY_USE_SQL,
    to: new RegExp(`${SQL.source}|^db/`),
    advice:
      'SQL belongs in db/, queries, commands, mails that read, lib/identity, lib/worker and the kernel’s own modules. Call a query or a command instead.',
  },
]

/** Returns the first rule that an import breaks. */
export const brokenRule = (one: Import) => rules.find((rule) => breaks(one, rule))

const breaks = ({ from, to, typeOnly }: Import, rule: Rule) =>
  rule.from.test(from) &&
  !rule.except?.test(from) &&
  rule.to.test(to) &&
  !rule.exempt?.test(to) &&
  !(rule.valuesOnly && typeOnly)
