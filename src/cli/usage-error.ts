/** What the user can put right: shown as it is, without a stack; the command ends with 2. */
export class UsageError extends Error {}
