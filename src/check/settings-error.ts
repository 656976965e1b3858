/** A mistake in what the user set, in a configuration or an option. The message says it all: no stack is needed. */
export class SettingsError extends Error {}
