const MARKS: Record<string, string | undefined> = {
  silver: 'M0 2H8M0 6H8',
  gold: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  platinum: 'M2 2h.01M6 6h.01',
  needs_attention: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  refused: 'M0 0 8 8M8 0 0 8',
  missed: 'M0 0 8 8M8 0 0 8',
}

/** Each look as a pattern: its colour, and marks in the paper's colour or the ink's that tell it from its neighbours. */
export function Looks({ looks, id }: { looks: string[]; id: string }) {
  return (
    <defs>
      {looks.map((look) => (
        <pattern key={look} id={`${id}-${look}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={`var(--${look})`} />
          <path d={MARKS[look]} stroke={ink(look)} strokeWidth="1.5" strokeLinecap="round" />
        </pattern>
      ))}
    </defs>
  )
}

/** On metal dark marks, on the colours of an outcome those of the paper. */
const ink = (look: string) =>
  ['silver', 'gold', 'platinum'].includes(look) ? '#39414e' : 'var(--color-paper)'

/** The look in the legend. */
export function Swatch({ look, id }: { look: string; id: string }) {
  return (
    <svg width="20" height="20" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="19"
        height="19"
        rx="4"
        fill={`url(#${id}-${look})`}
        stroke="var(--color-edge)"
      />
    </svg>
  )
}
