// Preloaded into the programs that another one starts: ends this process when the one that started it is gone. Its end
// of our standard input closes then, even after kill -9, so nothing is left running behind anybody's back.
// Programs that these start in turn inherit the preload, but are not ours to end: hence the look at the parent.
if (process.env.LEASH_HELD_BY === String(process.ppid)) {
  process.stdin.once('close', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
  })
  process.stdin.on('error', () => {})
  process.stdin.resume().unref()
}
