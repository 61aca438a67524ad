/** From 0 to a round number at or above `most`, in at most five steps of 1, 2 or 5 × 10ⁿ; never in parts of a whole. */
export function scaleOf(most: number): { top: number; ticks: number[] } {
  const rough = Math.max(most, 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, power * ([1, 2, 5].find((round) => round * power >= rough) ?? 10))
  const steps = Math.ceil(Math.max(most, 1) / step)
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) }
}

/** How many labels have room below the bars of a narrow, a middling and a wide chart. */
const ROOM = { narrow: 3, middle: 6, wide: 10 }

/** In which charts the bar at `index` of `count` has its label: evenly spread, and always the last one. */
export const labelsAt = (index: number, count: number) =>
  Object.entries(ROOM)
    .filter(([, room]) => (count - 1 - index) % Math.ceil(count / room) === 0)
    .map(([width]) => width)
    .join(' ')
