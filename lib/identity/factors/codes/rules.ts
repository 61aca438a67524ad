/** How many codes somebody gets, and at how many left they are advised to create new ones. */
export const RECOVERY_CODE_COUNT = 10
const LOW_CODE_COUNT = 3

/** 10 characters of 5 bits each. */
export const CODE_LENGTH = 10

/** Returns the code as printed and read: `ABCDE-FGHJK`. */
export const groupRecoveryCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

/** Whether it is time to create new ones. Not shown to somebody who has never had any. */
export const areFewCodes = (left: number) => left <= LOW_CODE_COUNT
