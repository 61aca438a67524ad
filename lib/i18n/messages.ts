import deAccount from './messages/de/account.json'
import deAdmin from './messages/de/admin.json'
import deErrors from './messages/de/errors.json'
import deMails from './messages/de/mails.json'
import deProfile from './messages/de/profile.json'
import deRefusals from './messages/de/refusals.json'
import deShell from './messages/de/shell.json'
import deSignIn from './messages/de/signIn.json'
import deUploads from './messages/de/uploads.json'
import enAccount from './messages/en/account.json'
import enAdmin from './messages/en/admin.json'
import enErrors from './messages/en/errors.json'
import enMails from './messages/en/mails.json'
import enProfile from './messages/en/profile.json'
import enRefusals from './messages/en/refusals.json'
import enShell from './messages/en/shell.json'
import enSignIn from './messages/en/signIn.json'
import enUploads from './messages/en/uploads.json'

const en = {
  account: enAccount,
  admin: enAdmin,
  errors: enErrors,
  mails: enMails,
  profile: enProfile,
  refusals: enRefusals,
  shell: enShell,
  signIn: enSignIn,
  uploads: enUploads,
}

/** Every sentence of the portal; a key that German lacks does not compile. */
export type Messages = typeof en

const de: Messages = {
  account: deAccount,
  admin: deAdmin,
  errors: deErrors,
  mails: deMails,
  profile: deProfile,
  refusals: deRefusals,
  shell: deShell,
  signIn: deSignIn,
  uploads: deUploads,
}

export const messages = { en, de }
