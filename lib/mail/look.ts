import type { CSSProperties } from 'react'

/**
 * The styles of every mail. Mail programs support inline styles and little else, so these are inline; the one style sheet has the
 * dark colours for programs that support them. No picture, font or anything else is fetched.
 */
const sans = 'Inter, -apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif'
const mono = 'JetBrains Mono, ui-monospace, SFMono-Regular, Menlo, Consolas, Liberation Mono, monospace'

const INK = '#0b0b0c'
const SOFT = '#4a5362'
const PAPER = '#ffffff'
const PANEL = '#f4f6f9'
const LINE = '#dce1e9'

const text = { margin: '0 0 20px', color: INK, fontFamily: sans, fontSize: '18px', lineHeight: '1.55' }

export const styles = {
  body: { margin: 0, padding: 0, backgroundColor: PAPER },
  page: { maxWidth: '600px', backgroundColor: PAPER, padding: '32px 24px 40px', overflowWrap: 'anywhere' },
  mark: { ...text, margin: '0 0 40px', fontSize: '20px', lineHeight: '1', whiteSpace: 'nowrap' },
  markLumix: { fontWeight: 800, letterSpacing: '0.03em' },
  markDot: { padding: '0 7px', color: '#e4002b', fontSize: '16px' },
  markPro: { fontWeight: 400, letterSpacing: '0.12em' },
  heading: {
    margin: '0 0 24px',
    color: INK,
    fontFamily: sans,
    fontSize: '30px',
    fontWeight: 700,
    letterSpacing: '-0.02em',
    lineHeight: '1.2',
  },
  text,
  soft: { ...text, color: SOFT },
  link: { color: INK, textDecoration: 'underline', textDecorationColor: '#e4002b' },
  code: {
    margin: '0 0 24px',
    padding: '22px 8px',
    borderRadius: '10px',
    backgroundColor: PANEL,
    color: INK,
    fontFamily: mono,
    fontSize: '32px',
    fontWeight: 700,
    letterSpacing: '0.04em',
    lineHeight: '1.2',
    textAlign: 'center',
    whiteSpace: 'nowrap',
  },
  button: {
    padding: '16px 26px',
    borderRadius: '10px',
    backgroundColor: INK,
    color: PAPER,
    fontFamily: sans,
    fontSize: '18px',
    fontWeight: 600,
    textAlign: 'center',
  },
  action: { margin: '8px 0 28px' },
  facts: { margin: '0 0 24px', borderTop: `1px solid ${LINE}` },
  fact: { padding: '12px 0', borderBottom: `1px solid ${LINE}` },
  term: { ...text, margin: 0, color: SOFT, fontSize: '16px' },
  value: { ...text, margin: 0, fontWeight: 600 },
  number: { fontFamily: mono, letterSpacing: '0.02em' },
  quote: { margin: '0 0 16px', padding: '18px 22px', borderRadius: '10px', backgroundColor: PANEL },
  quoted: { ...text, margin: 0 },
  foot: { margin: '40px 0 0', paddingTop: '20px', borderTop: `1px solid ${LINE}` },
  small: { ...text, margin: '0 0 10px', color: SOFT, fontSize: '16px' },
} satisfies Record<string, CSSProperties>

export const darkColours = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: #0b0b0c !important; }
  .ink { color: #f3f5f8 !important; }
  .soft { color: #a8b1bf !important; }
  .panel { background-color: #15181c !important; }
  .line { border-color: #2b313a !important; }
  .button { background-color: #f3f5f8 !important; color: #0b0b0c !important; }
}`
