import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The shell first: made for tests, without the windows of a browser, it needs half the time of one. */
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

/** The path of a Chromium. Installs Debian's when there is none and we may; else says what to do. */
export function findChromium(): string {
  return installed() ?? installDebian() ?? refuse()
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env.CHROMIUM ?? '', ...onPath, ...APPS].find((path) => path && existsSync(path))
}

function installDebian() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined
  console.log('There is no Chromium here; installing Debian’s.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => execFileSync('apt-get', args, { stdio: 'inherit', env })
  apt('update', '-q')
  apt('install', '-q', '-y', '--no-install-recommends', 'chromium-headless-shell')
  return installed()
}

function refuse(): never {
  throw new Error(
    'The end-to-end tests need Chromium. Install it ("sudo apt-get install chromium-headless-shell", "brew install --cask chromium") or set CHROMIUM to the path of one.',
  )
}
