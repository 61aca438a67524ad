import deAccount from './messages/de/account.json'
import deAdmin from './messages/de/admin.json'
import deAlerts from './messages/de/alerts.json'
import deBlack from './messages/de/black.json'
import deCatalogue from './messages/de/catalogue.json'
import deCentres from './messages/de/centres.json'
import deConfirmations from './messages/de/confirmations.json'
import deCountries from './messages/de/countries.json'
import deDecisions from './messages/de/decisions.json'
import deDesk from './messages/de/desk.json'
import deErrors from './messages/de/errors.json'
import deExports from './messages/de/exports.json'
import deFactorResets from './messages/de/factorResets.json'
import deFactors from './messages/de/factors.json'
import deFailures from './messages/de/failures.json'
import deFront from './messages/de/front.json'
import deJoining from './messages/de/joining.json'
import deLead from './messages/de/lead.json'
import deLog from './messages/de/log.json'
import deMails from './messages/de/mails.json'
import deMembers from './messages/de/members.json'
import deOverview from './messages/de/overview.json'
import deProfile from './messages/de/profile.json'
import deProgramme from './messages/de/programme.json'
import deReasons from './messages/de/reasons.json'
import deRefusals from './messages/de/refusals.json'
import deRegistrations from './messages/de/registrations.json'
import deReviews from './messages/de/reviews.json'
import deServices from './messages/de/services.json'
import deSessions from './messages/de/sessions.json'
import deShell from './messages/de/shell.json'
import deSignIn from './messages/de/signIn.json'
import deSso from './messages/de/sso.json'
import deStaff from './messages/de/staff.json'
import deStatusRules from './messages/de/statusRules.json'
import deTexts from './messages/de/texts.json'
import deTimeLeft from './messages/de/timeLeft.json'
import deUploads from './messages/de/uploads.json'
import enAccount from './messages/en/account.json'
import enAdmin from './messages/en/admin.json'
import enAlerts from './messages/en/alerts.json'
import enBlack from './messages/en/black.json'
import enCatalogue from './messages/en/catalogue.json'
import enCentres from './messages/en/centres.json'
import enConfirmations from './messages/en/confirmations.json'
import enCountries from './messages/en/countries.json'
import enDecisions from './messages/en/decisions.json'
import enDesk from './messages/en/desk.json'
import enErrors from './messages/en/errors.json'
import enExports from './messages/en/exports.json'
import enFactorResets from './messages/en/factorResets.json'
import enFactors from './messages/en/factors.json'
import enFailures from './messages/en/failures.json'
import enFront from './messages/en/front.json'
import enJoining from './messages/en/joining.json'
import enLead from './messages/en/lead.json'
import enLog from './messages/en/log.json'
import enMails from './messages/en/mails.json'
import enMembers from './messages/en/members.json'
import enOverview from './messages/en/overview.json'
import enProfile from './messages/en/profile.json'
import enProgramme from './messages/en/programme.json'
import enReasons from './messages/en/reasons.json'
import enRefusals from './messages/en/refusals.json'
import enRegistrations from './messages/en/registrations.json'
import enReviews from './messages/en/reviews.json'
import enServices from './messages/en/services.json'
import enSessions from './messages/en/sessions.json'
import enShell from './messages/en/shell.json'
import enSignIn from './messages/en/signIn.json'
import enSso from './messages/en/sso.json'
import enStaff from './messages/en/staff.json'
import enStatusRules from './messages/en/statusRules.json'
import enTexts from './messages/en/texts.json'
import enTimeLeft from './messages/en/timeLeft.json'
import enUploads from './messages/en/uploads.json'

const en = {
  services: enServices,
  sessions: enSessions,
  staff: enStaff,
  centres: enCentres,
  account: enAccount,
  admin: enAdmin,
  alerts: enAlerts,
  black: enBlack,
  catalogue: enCatalogue,
  confirmations: enConfirmations,
  countries: enCountries,
  desk: enDesk,
  texts: enTexts,
  errors: enErrors,
  factors: enFactors,
  decisions: enDecisions,
  exports: enExports,
  failures: enFailures,
  front: enFront,
  log: enLog,
  mails: enMails,
  members: enMembers,
  overview: enOverview,
  registrations: enRegistrations,
  profile: enProfile,
  programme: enProgramme,
  statusRules: enStatusRules,
  reasons: enReasons,
  factorResets: enFactorResets,
  refusals: enRefusals,
  reviews: enReviews,
  shell: enShell,
  signIn: enSignIn,
  sso: enSso,
  timeLeft: enTimeLeft,
  uploads: enUploads,
  joining: enJoining,
  lead: enLead,
}

/** Every text of the portal; a key missing in German does not compile. */
export type Messages = typeof en

const de: Messages = {
  services: deServices,
  sessions: deSessions,
  staff: deStaff,
  centres: deCentres,
  account: deAccount,
  admin: deAdmin,
  alerts: deAlerts,
  black: deBlack,
  catalogue: deCatalogue,
  confirmations: deConfirmations,
  countries: deCountries,
  desk: deDesk,
  texts: deTexts,
  errors: deErrors,
  factors: deFactors,
  decisions: deDecisions,
  exports: deExports,
  failures: deFailures,
  front: deFront,
  log: deLog,
  mails: deMails,
  members: deMembers,
  overview: deOverview,
  registrations: deRegistrations,
  profile: deProfile,
  programme: deProgramme,
  statusRules: deStatusRules,
  reasons: deReasons,
  factorResets: deFactorResets,
  refusals: deRefusals,
  reviews: deReviews,
  shell: deShell,
  signIn: deSignIn,
  sso: deSso,
  timeLeft: deTimeLeft,
  uploads: deUploads,
  joining: deJoining,
  lead: deLead,
}

export const messages = { en, de }
