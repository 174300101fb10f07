/** The directory is always as it is: nothing to wait for, nothing to choose. */
export class NoQuery {}
