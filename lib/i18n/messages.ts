import deAccount from './messages/de/account.json'
import deErrors from './messages/de/errors.json'
import deMails from './messages/de/mails.json'
import deRefusals from './messages/de/refusals.json'
import deShell from './messages/de/shell.json'
import deSignIn from './messages/de/signIn.json'
import enAccount from './messages/en/account.json'
import enErrors from './messages/en/errors.json'
import enMails from './messages/en/mails.json'
import enRefusals from './messages/en/refusals.json'
import enShell from './messages/en/shell.json'
import enSignIn from './messages/en/signIn.json'

const en = {
  account: enAccount,
  errors: enErrors,
  mails: enMails,
  refusals: enRefusals,
  shell: enShell,
  signIn: enSignIn,
}

/** Every sentence of the portal; a key that German lacks does not compile. */
export type Messages = typeof en

const de: Messages = {
  account: deAccount,
  errors: deErrors,
  mails: deMails,
  refusals: deRefusals,
  shell: deShell,
  signIn: deSignIn,
}

export const messages = { en, de }
