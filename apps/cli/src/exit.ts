// What a command ends with: 0 done, 1 something failed and was named, 2 wrong usage.

/** The command ran to its end, and something in it failed; the message says what. */
export class Failed extends Error {}
/** The command was not understood; nothing was done. */
export class WrongUsage extends Error {}
