/** From 0 to a round number at or above `max`, in at most five steps of 1, 2 or 5 × 10ⁿ; never fractional. */
export function scaleOf(max: number): { top: number; ticks: number[] } {
  const rough = Math.max(max, 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, power * ([1, 2, 5].find((round) => round * power >= rough) ?? 10))
  const steps = Math.ceil(Math.max(max, 1) / step)
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) }
}

/** How many labels fit below a narrow, a medium and a wide chart. */
const ROOM = { narrow: 3, middle: 6, wide: 10 }

/** The chart widths at which the bar at `index` of `count` is labelled: evenly spaced, and always the last one. */
export const labelsAt = (index: number, count: number) =>
  Object.entries(ROOM)
    .filter(([, room]) => (count - 1 - index) % Math.ceil(count / room) === 0)
    .map(([width]) => width)
    .join(' ')
