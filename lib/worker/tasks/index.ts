import type { Jobs } from '@/lib/jobs/queue'
import type { Task } from '../task'
import { askConfirmationsTask } from './ask-confirmations'
import { carryOutFactorResetsTask } from './carry-out-factor-resets'
import { countMembersTask } from './count-members'
import { disableUnusedStaffTask } from './disable-unused-staff'
import { endBlackTask } from './end-black'
import { deleteCatalogueEntriesTask } from './forget-catalogue-entries'
import { makePages } from './make-pages'
import { prepareLog } from './prepare-log'
import { raiseAlertsTask } from './raise-alerts'
import { raiseStatusesTask } from './raise-statuses'
import { sendBlackInvitation } from './send-black-invitation'
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
  'count-members': countMembersTask,
  'disable-unused-staff': disableUnusedStaffTask,
  'ask-confirmations': askConfirmationsTask,
  'raise-alerts': raiseAlertsTask,
  'send-black-invitation': sendBlackInvitation,
  'end-black': endBlackTask,
  'raise-statuses': raiseStatusesTask,
  'carry-out-factor-resets': carryOutFactorResetsTask,
  'make-pages': makePages,
  'forget-catalogue-entries': deleteCatalogueEntriesTask,
  'prepare-log': prepareLog,
}
