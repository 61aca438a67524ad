import type { Ending, Running } from './processes'

/** All that a program has started. It stops in the opposite order; the first that ends by itself is told by `loss`. */
export type ProcessGroup = {
  add<T extends Running>(member: T): T
  /** Waits for a program that is meant to end by itself, and returns its exit code. */
  outcome(member: Ending): Promise<number>
  /** The same, for one that must not fail. */
  finish(member: Ending): Promise<void>
  loss: Promise<never>
  stop(): Promise<void>
}

/** How a program ends that is done: its exit code, and what it says when all that it started has stopped. */
type End = { code: number; lastLine: string }

export function createProcessGroup(): ProcessGroup {
  const members: Running[] = []
  let stopped: Promise<void> | undefined
  const { promise: loss, reject } = Promise.withResolvers<never>()
  loss.catch(() => {})
  const stop = async () => {
    for (const member of members.toReversed()) await member.stop()
  }
  return {
    loss,
    add(member) {
      members.push(member)
      void member.ended.then((how) => stopped || reject(new Error(`${member.name} ${how}`)))
      return member
    },
    outcome(member) {
      members.push(member)
      return member.code
    },
    async finish(member) {
      members.push(member)
      if ((await member.code) !== 0) throw new Error(`${member.name} ${await member.ended}`)
    },
    stop: () => (stopped ??= stop()),
  }
}

/**
 * Runs a program that starts others: until it is done, told to stop (Ctrl-C), or has lost one of them. Then stops the
 * rest and ends this process: as the program says, 0 when told to stop, else 1 and the reason.
 */
export async function runWithProcesses(
  program: (group: ProcessGroup) => Promise<End | undefined>,
): Promise<never> {
  const group = createProcessGroup()
  const end = await Promise.race([program(group), group.loss, untilToldToStop()]).catch((error) => {
    console.error(inWords(error))
    return { code: 1, lastLine: '' }
  })
  await group.stop()
  if (end?.lastLine) console.log(end.lastLine)
  process.exit(end?.code ?? 0)
}

/** A second signal ends us at once; our children notice and follow. */
function untilToldToStop() {
  return new Promise<undefined>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        done(undefined)
      })
    }
  })
}

/** Our own errors are sentences; any other is a fault and shows where it came from. */
const inWords = (error: unknown) =>
  error instanceof Error && error.constructor === Error && !('code' in error) ? error.message : error
