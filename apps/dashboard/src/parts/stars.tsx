import { Rating } from '@mantine/core';

/** A rating that was given, as one picture with a name. */
export const Stars = ({ score }: { readonly score: number }) => (
  <div role="img" aria-label={`${score} of 5`} style={{ width: 'fit-content' }}>
    <Rating value={score} readOnly aria-hidden />
  </div>
);
