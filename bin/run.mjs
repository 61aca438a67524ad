// Starts a program of this folder: `node bin/run.mjs demo`. Bundles it first, because the programs share code
// with the app ("server-only", JSX in mails, the "@/" paths) that Node cannot run directly.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const [, , name] = process.argv

if (Number.parseInt(process.versions.node, 10) < 24) {
  refuse(
    `This portal needs Node 24; this is Node ${process.versions.node}. "npm run …" brings its own, once "npm ci" was allowed to run the install script of the package "node".`,
  )
}
if (!name || !/^[a-z0-9-]+$/.test(name) || !existsSync(`${root}bin/${name}.ts`)) {
  refuse(`There is no program "${name ?? ''}" in bin/. Try for example: npm run demo`)
}

process.chdir(root)
process.env.NODE_ENV ??= 'production'
process.env.LUMIX_SERVICE = name
if (existsSync('.env')) process.loadEnvFile('.env')

const cache = `${root}node_modules/.cache/lumix-pro`
const folder = `${cache}/${name}-${process.pid}`
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
mkdirSync(folder, { recursive: true })
removeLeftovers()
await bundle(name)
process.argv.splice(1, 2, `${folder}/${name}.mjs`)
await import(pathToFileURL(`${folder}/${name}.mjs`).href)

async function bundle(entry) {
  const { build, stop } = await import('esbuild')
  await build({
    entryPoints: { [entry]: `${root}bin/${entry}.ts` },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    sourcemap: 'inline',
    alias: { 'server-only': `${root}bin/server-only.mjs` },
    logLevel: 'warning',
  })
  await stop()
}

/** Removes the bundles of programs that were killed. */
function removeLeftovers() {
  for (const leftover of readdirSync(cache)) {
    try {
      process.kill(Number(leftover.split('-').at(-1)), 0)
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(`${cache}/${leftover}`, { recursive: true, force: true })
    }
  }
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
