import type { FiniteProcess, RunningProcess } from './processes'

/** All processes a program has started. They are stopped in reverse order; `loss` rejects when one ends by itself. */
export type ProcessGroup = {
  add<T extends RunningProcess>(member: T): T
  /** Waits for a process that is meant to end by itself, and returns its exit code. */
  exitCode(member: FiniteProcess): Promise<number>
  /** The same, but throws unless it exits with 0. */
  finish(member: FiniteProcess): Promise<void>
  loss: Promise<never>
  stop(): Promise<void>
}

/** How a program ends: its exit code, and what it prints after everything it started has stopped. */
type ExitResult = { code: number; lastLine: string }

export function createProcessGroup(): ProcessGroup {
  const members: RunningProcess[] = []
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
    exitCode(member) {
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
 * Runs a program that starts others until it is done, is interrupted (Ctrl-C), or one of them ends unexpectedly. Then stops
 * the rest and exits: with the program's own code, 0 when interrupted, otherwise 1 and the reason.
 */
export async function runWithProcesses(
  program: (group: ProcessGroup) => Promise<ExitResult | undefined>,
): Promise<never> {
  const group = createProcessGroup()
  const result = await Promise.race([program(group), group.loss, stopSignal()]).catch((error) => {
    console.error(readableError(error))
    return { code: 1, lastLine: '' }
  })
  await group.stop()
  if (result?.lastLine) console.log(result.lastLine)
  process.exit(result?.code ?? 0)
}

/** Resolves on the first signal. A second one ends us at once; our children notice and follow. */
function stopSignal() {
  return new Promise<undefined>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130))
        done(undefined)
      })
    }
  })
}

/** Our own errors are readable sentences; any other is a bug and is printed with its stack. */
const readableError = (error: unknown) =>
  error instanceof Error && error.constructor === Error && !('code' in error) ? error.message : error
