/** The keyboard shortcuts of the review page, in the order of the help. */
export const KEYS = [
  { key: 'v', shown: 'V', act: 'verify' },
  { key: 'a', shown: 'A', act: 'ask' },
  { key: 'r', shown: 'R', act: 'refuse' },
  { key: 'e', shown: 'E', act: 'end' },
  { key: 'j', shown: 'J', act: 'nextProduct' },
  { key: 'k', shown: 'K', act: 'previousProduct' },
  { key: 'n', shown: 'N', act: 'nextItem' },
  { key: 'q', shown: 'Q', act: 'queue' },
  { key: '+', shown: '+', act: 'larger' },
  { key: '-', shown: '−', act: 'smaller' },
  { key: '0', shown: '0', act: 'whole' },
  { key: 't', shown: 'T', act: 'turn' },
  { key: '.', shown: '.', act: 'nextPage' },
  { key: ',', shown: ',', act: 'previousPage' },
  { key: '', shown: 'Ctrl ↵', act: 'send' },
] as const

export type Act = (typeof KEYS)[number]['act']

/** Returns the action of a key press, or undefined if it is no shortcut or belongs to a text field. */
export function actOf(event: KeyboardEvent): Act | undefined {
  if (event.repeat || event.isComposing || event.defaultPrevented) return undefined
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined
  const pressed = event.key === '=' ? '+' : event.key.toLowerCase()
  return KEYS.find(({ key }) => key !== '' && key === pressed)?.act
}

function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox'].includes(target.type)
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)
}
