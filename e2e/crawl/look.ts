import type { Page } from '@playwright/test'
import { axeFindings } from '../fixtures/axe'
import { expect } from '../fixtures/test'

const PHONE = { width: 360, height: 800 }
const BETWEEN = [
  { width: 700, height: 360 },
  { width: 768, height: 1024 },
  { width: 820, height: 1180 },
]
const DESK = { width: 1440, height: 900 }

/** What fits in German fits: the widths between phone and desk are tried in German alone. */
const SIZES = { 'en-GB': [PHONE, DESK], 'de-DE': [PHONE, ...BETWEEN] }

type Locale = keyof typeof SIZES
export const LOCALES = Object.keys(SIZES) as Locale[]

/** By night only colours differ, and they do so alike in every width and language: once will do. */
const COLOURS = ['color-contrast', 'link-in-text-block']

const softly = expect.configure({ soft: true, timeout: 5_000 })

/** How every page is first seen, whatever was looked at before it: on a phone, by day. What that left undone is over. */
export async function beginOnPhone(page: Page) {
  await page.goto('/favicon.svg')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(PHONE)
}

/** Looks at the page that is open from all sides: one load serves every width and both themes. */
export async function lookAround(page: Page, where: string, locale: Locale) {
  for (const size of SIZES[locale]) {
    await page.setViewportSize(size)
    // Asked again, since a page that was wide a moment ago may still be on its way.
    await softly
      .poll(() => page.evaluate(tooWide), `${where} is wider than ${size.width} px by`)
      .toBeLessThanOrEqual(0)
    if (!BETWEEN.includes(size))
      expect.soft(await axeFindings(page), `${where}, ${size.width} px`).toEqual([])
  }
  if (!SIZES[locale].includes(DESK)) return
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await axeFindings(page, { rules: COLOURS }), `${where}, dark`).toEqual([])
}

/** By how many pixels the page is wider than the window, or a table wider than its place. */
function tooWide() {
  const tables = [...document.querySelectorAll('table')].map(
    ({ scrollWidth, parentElement }) => scrollWidth - (parentElement?.clientWidth ?? 0),
  )
  return Math.max(document.documentElement.scrollWidth - innerWidth, ...tables)
}
