import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingNames } from '@/lib/env'
import { programSettings } from './settings'

test.each([...settingNames, ...programSettings].filter((name) => name !== 'NODE_ENV'))(
  '.env.example explains %s',
  (name) => {
    expect(readFileSync('.env.example', 'utf8')).toMatch(new RegExp(`^(# )?${name}=`, 'm'))
  },
)
