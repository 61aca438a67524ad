'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { type Act, actOf } from './keys'

/** For so long after a product came up, or a decision was sent, no key decides: nobody has looked yet. Milliseconds. */
const LOOK_FIRST = 400

type Desk = RefObject<HTMLElement | null>

/**
 * The keyboard of the review page. Keys act by pressing what is on the page, so nothing happens that a pointer could
 * not do. `waiting` are the products to decide, in order; after a decision the next of them is marked and focused.
 */
export function useKeys(desk: Desk, on: boolean, waiting: readonly string[]) {
  const quietUntil = useRef(0)
  useMark(desk, waiting, () => {
    quietUntil.current = performance.now() + LOOK_FIRST
  })

  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const act = actOf(event)
      if (!act || !desk.current) return
      if (!isDecision(act)) return carryOut(desk.current, act)
      if (performance.now() < quietUntil.current || isBusy(desk.current)) return
      quietUntil.current = performance.now() + LOOK_FIRST
      carryOut(desk.current, act)
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [desk, on])
}

/** Marks the product that the keys act on: the one that has the focus, else the first that waits. */
function useMark(desk: Desk, waiting: readonly string[], onChange: () => void) {
  const before = useRef(waiting)
  const changed = useRef(onChange)
  const list = waiting.join(' ')

  useEffect(() => {
    const now = list ? list.split(' ') : []
    const gone = before.current.findIndex((id) => !now.includes(id))
    const next = now[Math.min(Math.max(gone, 0), now.length - 1)]
    before.current = now
    changed.current()
    const product = next ? document.getElementById(`product-${next}`) : null
    mark(desk.current, product)
    if (gone >= 0) product?.focus()
  }, [desk, list])

  useEffect(() => {
    const follow = ({ target }: FocusEvent) =>
      target instanceof Element && mark(desk.current, target.closest('[data-waiting]'))
    const root = desk.current
    root?.addEventListener('focusin', follow)
    return () => root?.removeEventListener('focusin', follow)
  }, [desk])
}

function mark(root: HTMLElement | null, product: Element | null) {
  if (!product) return
  for (const other of all(root, '[data-marked]')) if (other !== product) other.removeAttribute('data-marked')
  product.setAttribute('data-marked', '')
}

const isDecision = (act: Act) => ['verify', 'ask', 'refuse', 'end'].includes(act)
const isBusy = (root: HTMLElement) => root.querySelector('[aria-disabled="true"]') !== null
const all = (root: ParentNode | null, selector: string) => [
  ...(root?.querySelectorAll<HTMLElement>(selector) ?? []),
]

function carryOut(root: HTMLElement, act: Act) {
  const marked = root.querySelector('[data-marked]')
  if (act === 'verify') return press(marked, 'verify')
  if (isDecision(act)) return openReasons(marked, act)
  if (act === 'nextProduct') return goTo(all(root, '[data-waiting]'), marked, 1)
  if (act === 'previousProduct') return goTo(all(root, '[data-waiting]'), marked, -1)
  if (act === 'larger') return choose(root, 'size', 1)
  if (act === 'smaller') return choose(root, 'size', -1)
  if (act === 'whole') return choose(root, 'size', -9)
  if (act === 'turn') return choose(root, 'turn', 1, true)
  if (act === 'nextPage') return turnPage(root, 1)
  if (act === 'previousPage') return turnPage(root, -1)
  if (act === 'nextItem') return press(root, act)
  if (act === 'queue') all(root, 'a[href="/staff/reviews"]')[0]?.click()
}

const press = (root: ParentNode | null, act: Act) => all(root, `[data-key="${act}"]`)[0]?.click()

function openReasons(product: Element | null, act: Act) {
  const [summary] = all(product, `[data-key="${act}"]`)
  const details = summary?.closest('details')
  if (!details) return
  details.open = true
  details.querySelector('select')?.focus()
}

function goTo(products: HTMLElement[], from: Element | null, step: number) {
  products[products.indexOf(from as HTMLElement) + step]?.focus()
}

function choose(root: HTMLElement, name: string, step: number, round = false) {
  const radios = all(root, `input[name="${name}"]`) as HTMLInputElement[]
  const at = radios.findIndex(({ checked }) => checked) + step
  radios[round ? at % radios.length : Math.min(Math.max(at, 0), radios.length - 1)]?.click()
}

function turnPage(root: HTMLElement, step: number) {
  const [frame] = all(root, '[data-pages]')
  if (!frame) return
  const pages = all(frame, 'figure')
  const at = pages.findLastIndex((page) => page.offsetTop <= frame.scrollTop + 40)
  frame.scrollTo({ top: pages[Math.max(at, 0) + step]?.offsetTop ?? frame.scrollTop })
}
