import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/actor'
import type { Role } from '@/lib/lists'
import { canReadInvoice } from './policy'

const somebody = (role: Role, ownMemberId?: number) =>
  ({ id: 'a', role, ownMemberId, language: 'en' }) as Actor
const invoice = { memberId: 1, inReview: true }
const decided = { memberId: 1, inReview: false }

describe('who may see an invoice', () => {
  test('the member who sent it, always, and no other member', () => {
    expect(canReadInvoice(somebody('member', 1), decided)).toBe(true)
    expect(canReadInvoice(somebody('member', 2), invoice)).toBe(false)
    expect(canReadInvoice(somebody('member'), invoice)).toBe(false)
  })

  test('a reviewer while it is in review, and never their own', () => {
    expect(canReadInvoice(somebody('reviewer'), invoice)).toBe(true)
    expect(canReadInvoice(somebody('reviewer', 2), invoice)).toBe(true)
    expect(canReadInvoice(somebody('reviewer'), decided)).toBe(false)
    expect(canReadInvoice(somebody('reviewer', 1), invoice)).toBe(false)
    expect(canReadInvoice(somebody('reviewer'), decided, 'complaint')).toBe(false)
  })

  test('an admin with a reason, and never their own', () => {
    expect(canReadInvoice(somebody('admin'), invoice)).toBe(false)
    expect(canReadInvoice(somebody('admin'), decided, 'complaint')).toBe(true)
    expect(canReadInvoice(somebody('admin'), invoice, 'review')).toBe(true)
    expect(canReadInvoice(somebody('admin'), decided, 'review')).toBe(false)
    expect(canReadInvoice(somebody('admin', 1), invoice, 'complaint')).toBe(false)
  })

  test('a desk never', () => {
    expect(canReadInvoice(somebody('desk'), invoice, 'review')).toBe(false)
    expect(canReadInvoice(somebody('desk', 1), invoice)).toBe(false)
  })
})
