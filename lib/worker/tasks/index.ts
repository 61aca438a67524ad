import type { Jobs } from '@/lib/jobs/queue'
import type { Task } from '../task'
import { confirmStaff } from './ask-confirmations'
import { carryOutResets } from './carry-out-factor-resets'
import { countMembers } from './count-members'
import { disableUnusedStaff } from './disable-unused-staff'
import { endGranted } from './end-black'
import { tendCatalogue } from './forget-catalogue-entries'
import { makePages } from './make-pages'
import { raiseAlerts } from './raise-alerts'
import { raiseStatuses } from './raise-statuses'
import { sendInvitation } from './send-black-invitation'
import { sendEmailChange } from './send-email-change'
import { sendMail } from './send-mail'
import { sendSignIn } from './send-sign-in'
import { sendStaffInvitation } from './send-staff-invitation'

/** What the worker can do, by the name of the job. */
export const tasks: { [T in keyof Jobs]: Task<T> } = {
  'send-sign-in': sendSignIn,
  'send-mail': sendMail,
  'send-email-change': sendEmailChange,
  'send-staff-invitation': sendStaffInvitation,
  'count-members': countMembers,
  'disable-unused-staff': disableUnusedStaff,
  'ask-confirmations': confirmStaff,
  'raise-alerts': raiseAlerts,
  'send-black-invitation': sendInvitation,
  'end-black': endGranted,
  'raise-statuses': raiseStatuses,
  'carry-out-factor-resets': carryOutResets,
  'make-pages': makePages,
  'forget-catalogue-entries': tendCatalogue,
}
