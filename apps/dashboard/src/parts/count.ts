const numbers = new Intl.NumberFormat();

/** A number of many digits as people write it; nothing where it is not known. */
export const sayCount = (count: number | undefined): string => (count === undefined ? '' : numbers.format(count));
