import type { Import } from './read'

type Rule = {
  name: string
  from: RegExp
  /** Those of `from` that may. */
  except?: RegExp
  to: RegExp
  /** Those of `to` that anybody may import. */
  open?: RegExp
  /** Types may be imported all the same. */
  valuesOnly?: true
  teaches: string
}

const TEST = /\.test\.tsx?$/
/** What does not ship with the portal: programs, test material, tests. */
const OUTSIDE = /^(bin|testing|e2e)\/|\.test\.tsx?$/
const SQL = /^npm:(drizzle-orm|drizzle-kit|pg|graphile-worker)(\/|$)/
const READS_OR_WRITES = /\/(queries|commands)(\/|\.tsx?$)/

/** Where SQL may stand: db, reads, writes, what reads for mails, signing in, the worker, and the doors of the kernel. */
const SPEAKS_SQL = new RegExp(
  [
    OUTSIDE.source,
    '^db/|^drizzle\\.config\\.ts$',
    '^lib/.+/(queries|commands|mails)(/|\\.tsx?$)',
    '^lib/(identity|worker|log|mail|jobs)/',
    '^lib/(limits|administrators|desk/connection)\\.ts$',
  ].join('|'),
)

/** The first that an import breaks is the one it hears of. */
const rules: Rule[] = [
  {
    name: 'rules, policies and inputs are pure',
    from: /^lib\/.*\/(rules|policy|input)\.ts$/,
    to: new RegExp(`${SQL.source}|^db/|^npm:(server-only$|next(/|$))|${READS_OR_WRITES.source}`),
    teaches: 'They take facts and return answers. Reading and writing belong into queries and commands.',
  },
  {
    name: 'the kernel knows no noun',
    from: /^lib\/([^/]+$|(log|mail|jobs|i18n)\/)/,
    except: TEST,
    to: /^lib\/(?!(log|mail|jobs|i18n)\/)[^/]+\//,
    teaches:
      'The kernel is what every noun may use, so it uses none. Let the noun pass in what is needed, or move what both need to a file of lib/.',
  },
  {
    name: 'nobody knows the worker',
    from: /^/,
    except: new RegExp(`^lib/worker/|${OUTSIDE.source}`),
    to: /^lib\/worker\//,
    teaches:
      'The worker is the outermost ring: it knows every noun, and no noun knows it. Queue a job through lib/jobs; a mail is described in the mails of its noun.',
  },
  {
    name: 'nobody imports app',
    from: /^(?!app\/)/,
    to: /^app\//,
    teaches: 'Screens know the portal, not the other way round. Move what both need to lib/ or components/.',
  },
  {
    name: 'lib, db and programs know no screens',
    from: /^(lib|db|bin|testing|e2e)\//,
    to: /^components\//,
    teaches: 'Return what happened or what there is, and let app/ draw it.',
  },
  {
    name: 'what ships knows no programs',
    from: /^/,
    except: new RegExp(`${OUTSIDE.source}|^playwright\\.config\\.ts$`),
    to: /^(bin|e2e)\//,
    teaches: 'Programs start the portal, they are no part of it. Move what both need to lib/.',
  },
  {
    name: 'what ships knows no test material',
    from: /^/,
    except: OUTSIDE,
    to: /^(testing\/|lib\/identity\/act-as\.ts$)/,
    teaches:
      'testing/ and actAs make people and rows out of nothing; only tests, seeds and programs may. An actor of a request comes from a gate of lib/identity/session.',
  },
  {
    name: 'db knows only settings and lists',
    from: /^db\//,
    except: TEST,
    to: /^(app|bin|components|e2e|lib|testing)\//,
    open: /^lib\/(env|lists)\.ts$/,
    teaches:
      'The schema comes first, and lib is built on it. An enumeration belongs into lib/lists.ts; everything else the database has to know, into the schema.',
  },
  {
    name: 'app asks lib',
    from: /^app\//,
    to: new RegExp(`${SQL.source}|^db/`),
    teaches:
      'A page asks a query and an action calls a command, with the actor first. For a type, take what the query returns or the input parses to.',
  },
  {
    name: 'components take facts and draw them',
    from: /^components\//,
    to: new RegExp(`${SQL.source}|^db/|${READS_OR_WRITES.source}`),
    teaches: 'A component knows types and pure rules. Let the page ask, and hand the answer down.',
  },
  {
    name: 'components take values from pure files alone',
    from: /^components\//,
    to: /^lib\/([^/]+\/|(administrators|env|forms|limits|logger|request-id|route|secrets|start)\.ts$)/,
    open: /^lib\/([^/]+\/(rules|search|markdown)\.ts$|i18n\/)/,
    valuesOnly: true,
    teaches:
      'A component may call pure rules (lib/<noun>/rules.ts), nothing that reads or writes. Let the page ask, and hand the answer down.',
  },
  {
    name: 'next-auth stays in lib/identity',
    from: /^/,
    except: /^(lib\/identity|app\/api\/auth)\//,
    to: /^npm:(next-auth|@auth)(\/|$)/,
    teaches: 'Who somebody is, the gates of lib/identity/session answer: requireMember, requireAdmin …',
  },
  {
    name: 'one link for all pages',
    from: /^/,
    except: /^components\/link\.tsx$/,
    to: /^npm:next\/link$/,
    teaches: 'Take components/link: it does not fetch ahead what is made on request.',
  },
  {
    name: 'SQL stands in queries and commands',
    from: /^/,
    except: SPEAKS_SQL,
    to: new RegExp(`${SQL.source}|^db/`),
    teaches:
      'SQL stands in db/, queries, commands, mails that read, lib/identity, lib/worker and the doors of the kernel. Ask a query or a command instead.',
  },
]

/** Returns the rule that an import breaks. */
export const brokenRule = (one: Import) => rules.find((rule) => breaks(one, rule))

const breaks = ({ from, to, typeOnly }: Import, rule: Rule) =>
  rule.from.test(from) &&
  !rule.except?.test(from) &&
  rule.to.test(to) &&
  !rule.open?.test(to) &&
  !(rule.valuesOnly && typeOnly)
