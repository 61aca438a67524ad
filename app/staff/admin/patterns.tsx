const MARKS: Record<string, string | undefined> = {
  silver: 'M0 2H8M0 6H8',
  gold: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  platinum: 'M2 2h.01M6 6h.01',
  needs_attention: 'M-2 2 2 -2M0 8 8 0M6 10 10 6',
  refused: 'M0 0 8 8M8 0 0 8',
  missed: 'M0 0 8 8M8 0 0 8',
}

/** SVG patterns: a colour, with marks that distinguish it from its neighbours. */
export function Patterns({ patterns, id }: { patterns: string[]; id: string }) {
  return (
    <defs>
      {patterns.map((pattern) => (
        <pattern key={pattern} id={`${id}-${pattern}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={`var(--${pattern})`} />
          <path d={MARKS[pattern]} stroke={ink(pattern)} strokeWidth="1.5" strokeLinecap="round" />
        </pattern>
      ))}
    </defs>
  )
}

/** Dark marks on metal colours, paper-coloured ones on outcome colours. */
const ink = (pattern: string) =>
  ['silver', 'gold', 'platinum'].includes(pattern) ? '#39414e' : 'var(--color-paper)'

/** A pattern's sample in the legend. */
export function Swatch({ pattern, id }: { pattern: string; id: string }) {
  return (
    <svg width="20" height="20" aria-hidden="true">
      <rect
        x="0.5"
        y="0.5"
        width="19"
        height="19"
        rx="4"
        fill={`url(#${id}-${pattern})`}
        stroke="var(--color-edge)"
      />
    </svg>
  )
}
