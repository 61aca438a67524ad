// Preloaded into the programs that another one starts: ends this process when the one that started it is gone. Its end
// of our standard input closes then, even after kill -9, so nothing is left running behind anybody's back.
process.stdin.once('close', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 10_000).unref()
})
process.stdin.on('error', () => {})
process.stdin.resume().unref()
