/** How many codes somebody gets, and down to how many are left without a word. */
export const RECOVERY_CODE_COUNT = 10
const FEW_CODES = 3

/** 10 characters of 5 bits each. */
export const CODE_LENGTH = 10

/** As it is printed and read: `ABCDE-FGHJK`. */
export const groupRecoveryCode = (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`

/** Is it time to make new ones? Not said to somebody who has never had any. */
export const areFewCodes = (left: number) => left <= FEW_CODES
