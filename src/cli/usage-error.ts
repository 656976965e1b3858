/** A mistake in how the command was called. The message is shown without a stack, and the command exits with 2. */
export class UsageError extends Error {}
