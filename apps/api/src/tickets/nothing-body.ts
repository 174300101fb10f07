/** The body of a route that takes none: any field in it is unknown. */
export class NothingBody {}
