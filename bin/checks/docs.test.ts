import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')

describe('a decision', () => {
  const index = read('docs/decisions/README.md')
  const files = readdirSync('docs/decisions').filter((file) => file.endsWith('.md') && file !== 'README.md')
  test.each(files)('%s has date, status and consequences, and is listed', (file) => {
    const text = read(`docs/decisions/${file}`)
    expect(text).toMatch(/^# .+\n\nDate: \d{4}-\d{2}-\d{2} · Status: (proposed|accepted|superseded by \S+)\n/)
    expect(text).toContain('\n**Consequences.** ')
    expect(index).toContain(`](${file})`)
  })
})
