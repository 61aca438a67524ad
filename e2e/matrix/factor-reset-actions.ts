import { codeAt } from '@/testing/authenticator-apps'
import { giveApp, giveRecoveryCode, giveReset } from '../fixtures/factors'
import type { ActionRow, Make } from './action-row'
import { never } from './cells'
import { adminsOnly, jobs, log, noId, noMembers } from './columns'
import type { Form } from './request'
import type { World } from './world'

/** It is about the sender, and was created for the desk. */
const desksOwn = { ...noMembers, desk: 'done', reviewer: 'refused', admin: 'refused' } as const
/** The same before a second factor was used, where people who have yet to use it are allowed. */
const alsoPending = { ...desksOwn, pending: 'refused' } as const
/** Passkeys are all that admins have. */
const notAdmins = { ...noMembers, desk: 'done', reviewer: 'done', admin: 'refused' } as const

export const recoveryActions: Record<string, ActionRow> = {
  'app/staff/factors/authenticator/actions.ts#startAppEnrolment': {
    make: () => ({ path: '/staff/factors/authenticator', form: {} }),
    who: { ...notAdmins, pending: 'refused' },
    changes: ['authenticators', log],
    malformed: noId,
    over: never('an app can be set up at any time'),
    again: never('each time another secret is drawn'),
  },
  'app/staff/factors/authenticator/actions.ts#confirmAppEnrolment': {
    make: enrolling(),
    who: alsoPending,
    changes: ['authenticators', 'sessions', 'mails', jobs, log],
    malformed: {
      make: () => ({ path: '/staff/factors/authenticator', form: { code: 'x' } }),
      cell: 'refused',
    },
    over: { make: enrolling(31 * 60_000), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/factors/authenticator/actions.ts#removeApp': {
    make: removing(true),
    who: desksOwn,
    changes: ['authenticators', 'mails', jobs, log],
    malformed: noId,
    over: { make: removing(false), cell: 'refused' }, // it is the last one
    again: 'refused',
  },
  'app/staff/factors/codes/actions.ts#createRecoveryCodes': {
    make: () => ({ path: '/staff/factors/codes', form: {} }),
    who: notAdmins,
    changes: ['recovery_codes', 'mails', jobs, log],
    malformed: noId,
    over: never('codes can be made at any time'),
    again: never('each time ten others are made'),
  },
  'app/staff/factors/show/actions.ts#verifyAppCode': {
    make: showing(),
    who: alsoPending,
    changes: ['authenticators', 'sessions', log],
    malformed: { make: () => ({ path: '/staff/factors/show', form: { code: '12345' } }), cell: 'refused' },
    over: { make: showing(60 * 60_000), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/factors/show/actions.ts#redeemRecoveryCode': {
    async make({ portal, desk }) {
      return { path: '/staff/factors/show', form: { code: await giveRecoveryCode(portal.app, desk.actor) } }
    },
    who: alsoPending,
    changes: ['recovery_codes', 'sessions', 'mails', jobs, log],
    malformed: { make: () => ({ path: '/staff/factors/show', form: { code: ' ' } }), cell: 'refused' },
    over: never('a code that was used is the column "again"'),
    again: 'refused',
  },
  'app/staff/factors/show/actions.ts#requestFactorReset': {
    make: losing(false),
    who: alsoPending,
    changes: ['factor_resets', 'mails', jobs, log],
    malformed: noId,
    over: never('one that is open is the column "again"'),
    again: 'refused',
  },
  'app/staff/factors/show/actions.ts#cancelOwnFactorReset': {
    make: losing(true),
    who: alsoPending,
    changes: ['factor_resets', 'mails', jobs, log],
    malformed: noId,
    over: { make: losing(false), cell: 'refused' },
    again: 'refused',
  },
  'app/staff/admin/staff/factor-reset-actions.ts#requestFactorResetFor': {
    make: askingFor(true),
    who: adminsOnly,
    changes: ['factor_resets', 'mails', jobs, log],
    malformed: {
      make: () => ({ path: '/staff/admin/staff', form: { account: 'x', reason: 'Lost the phone' } }),
      cell: 'refused',
    },
    over: { make: askingFor(false), cell: 'refused' }, // there is nothing to lose
    again: 'refused',
  },
  'app/staff/admin/staff/factor-reset-actions.ts#decideFactorReset': {
    make: deciding((id) => ({ id, act: 'confirm' })),
    who: adminsOnly,
    changes: ['factor_resets', 'mails', jobs, log],
    malformed: { make: deciding(() => ({ id: 'x', act: 'confirm' })), cell: 'refused' },
    over: { make: deciding((id) => ({ id, act: 'cancel' }), true), cell: 'refused' },
    again: 'refused',
  },
}

/** The first code of an app whose secret has waited so long. */
function enrolling(age = 0): Make {
  return async ({ portal, desk }) => {
    await portal.rows('delete from passkeys where account_id = $1', desk.actor.id)
    const secret = await giveApp(portal.app, desk.actor, new Date(Date.now() - age))
    return { path: '/staff/factors/authenticator', form: { code: codeAt(secret, new Date()) } }
  }
}

/** Of an app beside a passkey, or of the only factor. */
function removing(withPasskey: boolean): Make {
  return async ({ portal, desk }) => {
    await portal.rows('delete from passkeys where account_id = $1', desk.actor.id)
    await giveApp(portal.app, desk.actor)
    if (withPasskey)
      await portal.rows(
        `insert into passkeys (account_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
         values ($1, $2, 'a-key', 0, '{}', false, 'Laptop', now())`,
        desk.actor.id,
        crypto.randomUUID(),
      )
    return { path: '/staff/factors', form: {} }
  }
}

/** The code that the desk's app showed so long ago. */
function showing(age = 0): Make {
  return async ({ portal, desk }) => {
    const secret = await giveApp(portal.app, desk.actor)
    return { path: '/staff/factors/show', form: { code: codeAt(secret, new Date(Date.now() - age)) } }
  }
}

/** The desk has lost its app, and has asked already, or not yet. */
function losing(asked: boolean): Make {
  return async ({ portal, desk }) => {
    await portal.rows('delete from factor_resets where account_id = $1', desk.actor.id)
    await giveApp(portal.app, desk.actor)
    if (asked) await giveReset(portal.app, desk.actor)
    return { path: '/staff/factors/show', form: {} }
  }
}

async function aReviewer({ people, portal }: World, withApp: boolean) {
  const { actor } = await people.reviewer()
  if (withApp) await giveApp(portal.app, actor)
  return actor
}

/** An admin asks for a reviewer who has lost what they have, or who has nothing yet. */
function askingFor(withApp: boolean): Make {
  return async (world) => {
    const { id } = await aReviewer(world, withApp)
    return { path: `/staff/admin/staff/${id}`, form: { account: id, reason: 'Lost the phone' } }
  }
}

/** About a reviewer who has asked, or who has withdrawn the request. */
function deciding(form: (id: string) => Form, cancelled = false): Make {
  return async (world) => {
    const actor = await aReviewer(world, true)
    const over = cancelled ? { cancelledBy: actor.id, cancelledAt: new Date() } : {}
    const id = await giveReset(world.portal.app, actor, over)
    return { path: `/staff/admin/staff/${actor.id}`, form: form(id) }
  }
}
