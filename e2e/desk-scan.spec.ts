import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawCode, makeScene, signIn } from './desk-scene'
import { filmCode } from './fake-camera'
import { expect, test } from './fixtures/test'

// The browser's camera is a film of a card's code, so it has to be there before the browser starts.
const code = drawCode()
const film = join(tmpdir(), `lumix-pro-card-${process.pid}.y4m`)
const camera = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

test('a card held before the camera is checked; the reader loads only on request', async ({
  playwright,
  launchOptions,
}) => {
  filmCode(`https://pro.example/c/${code}`, film)
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), ...camera],
  })
  const page = await browser.newPage()
  const scene = await makeScene()
  await signIn(page.context(), scene.clerk.token)
  await scene.member({ code })
  const scripts: string[] = []
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()))

  await page.goto('/staff/desk')
  await page.getByLabel('To see whether the card is right').check()
  const scan = page.getByRole('button', { name: 'Scan the code' })
  await expect(scan).toBeVisible()
  const before = scripts.length
  await scan.click()

  await expect(page.getByRole('heading', { name: 'Valid', exact: true })).toBeVisible()
  expect(scripts.length).toBeGreaterThan(before)
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await page.locator('video').evaluate((video) => (video as HTMLVideoElement).srcObject)).toBeNull()
  expect(await scene.checks()).toHaveLength(1)
  await scene.end()
  await browser.close()
})
