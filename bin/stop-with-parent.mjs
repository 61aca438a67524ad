// Preloaded into child processes: ends this process when its parent has ended. The parent's end of our standard input
// closes then, even after kill -9, so nothing is left running.
// Grandchildren inherit the preload but must not be ended by it: hence the check of the parent's id.
if (process.env.STARTED_BY_PID === String(process.ppid)) {
  process.stdin.once('close', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  })
  process.stdin.on('error', () => {})
  process.stdin.resume().unref()
}
