import encodeQR from 'qr'

/** A QR code as a single path, always black on white. `label` is its text alternative; the value is not read out. */
export function Code({ value, label, className = '' }: { value: string; label: string; className?: string }) {
  const rows = encodeQR(value, 'raw', { ecc: 'medium', border: 4 })
  return (
    <svg
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={`block w-full ${className}`}
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={modules(rows)} fill="#000" />
    </svg>
  )
}

/** Each run of dark modules in a row becomes one rectangle. */
function modules(rows: boolean[][]) {
  return rows
    .map((row, y) =>
      runs(row)
        .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
        .join(''),
    )
    .join('')
}

function runs(row: boolean[]) {
  const darkRuns: [number, number][] = []
  row.forEach((dark, x) => {
    const last = darkRuns.at(-1)
    if (dark && last && last[0] + last[1] === x) last[1] += 1
    else if (dark) darkRuns.push([x, 1])
  })
  return darkRuns
}
