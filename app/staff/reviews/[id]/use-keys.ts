'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { type Act, actOf } from './keys'

/** Milliseconds after a product appeared or a decision was sent in which keys do not decide: the reviewer has not looked yet. */
const DECISION_DELAY = 400

type Desk = RefObject<HTMLElement | null>

/**
 * The keyboard shortcuts of the review page. They trigger elements of the page, so they can do nothing that a pointer could
 * not. `waiting` are the products to decide, in order; after a decision the next one is marked and focused.
 */
export function useKeys(desk: Desk, on: boolean, waiting: readonly string[]) {
  const quietUntil = useRef(0)
  useMark(desk, waiting, () => {
    quietUntil.current = performance.now() + DECISION_DELAY
  })

  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const act = actOf(event)
      if (!act || !desk.current) return
      if (!isDecision(act)) return performAct(desk.current, act)
      if (performance.now() < quietUntil.current || isBusy(desk.current)) return
      quietUntil.current = performance.now() + DECISION_DELAY
      performAct(desk.current, act)
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [desk, on])
}

/** Marks the target of the shortcuts: the focused product, otherwise the first waiting one. */
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

function performAct(root: HTMLElement, act: Act) {
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

function choose(root: HTMLElement, name: string, step: number, wrap = false) {
  const radios = all(root, `input[name="${name}"]`) as HTMLInputElement[]
  const at = radios.findIndex(({ checked }) => checked) + step
  radios[wrap ? at % radios.length : Math.min(Math.max(at, 0), radios.length - 1)]?.click()
}

function turnPage(root: HTMLElement, step: number) {
  const [frame] = all(root, '[data-pages]')
  if (!frame) return
  const pages = all(frame, 'figure')
  const at = pages.findLastIndex((page) => page.offsetTop <= frame.scrollTop + 40)
  frame.scrollTo({ top: pages[Math.max(at, 0) + step]?.offsetTop ?? frame.scrollTop })
}
