import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The headless shell first: without a browser's windows it takes half the time. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
]
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Returns the path of a Chromium. Installs Debian's if there is none and we are root; otherwise throws with instructions. */
export function findChromium(): string {
  return findInstalled() ?? installDebian() ?? refuseToRun()
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env.CHROMIUM ?? '', ...onPath, ...APPS].find((path) => path && existsSync(path))
}

function installDebian() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined
  console.log('Chromium not found; installing the Debian package.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit', env })
  apt('update', '-q')
  apt('install', '-q', '-y', '--no-install-recommends', 'chromium-headless-shell')
  return findInstalled()
}

function refuseToRun(): never {
  throw new Error(
    'The end-to-end tests need Chromium. Install it ("sudo apt-get install chromium-headless-shell", "brew install --cask chromium") or set CHROMIUM to the path of one.',
  )
}
