import type { ActionRow } from './action-row'
import { alertActions } from './alert-rows'
import { blackActions } from './black-actions'
import { catalogueActions } from './catalogue-actions'
import { centreActions } from './centre-actions'
import { countryActions } from './country-rows'
import { deskActions } from './desk-actions'
import { factorActions } from './factor-actions'
import { recoveryActions } from './factor-reset-actions'
import { failureActions } from './failure-actions'
import { memberActions } from './member-actions'
import { reasonActions } from './reason-rows'
import { recordActions } from './record-actions'
import { reviewActions } from './review-actions'
import { servicesActions } from './services'
import { sessionActions } from './session-rows'
import { ssoActions } from './sso-rows'
import { staffActions } from './staff-actions'
import { rulesActions } from './status-rules'
import { documentActions } from './text-actions'
import { visitorActions } from './visitor-actions'

/** Every server action of the build, wing by wing. */
export const actions: Record<string, ActionRow> = {
  ...alertActions,
  ...blackActions,
  ...catalogueActions,
  ...factorActions,
  ...failureActions,
  ...sessionActions,
  ...ssoActions,
  ...centreActions,
  ...rulesActions,
  ...servicesActions,
  ...recoveryActions,
  ...staffActions,
  ...visitorActions,
  ...memberActions,
  ...reviewActions,
  ...recordActions,
  ...deskActions,
  ...countryActions,
  ...reasonActions,
  ...documentActions,
}
