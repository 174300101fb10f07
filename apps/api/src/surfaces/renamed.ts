import { InvalidReferences, type FieldError } from '#write-side';
import { invalid, Problem } from '../http/problem.js';
import { refusalOf } from '../http/refusals.js';

/** Waits for a command; its refusals name fields as this surface's callers know them: by what matches, the first counts. */
export async function renamed<T>(names: readonly (readonly [RegExp, string])[], work: Promise<T>): Promise<T> {
  const other = ({ field, ...error }: FieldError): FieldError => {
    const [pattern, name] = names.find(([known]) => known.test(field)) ?? [/$/, ''];
    return { field: field.replace(pattern, name), ...error };
  };
  try {
    return await work;
  } catch (error) {
    if (error instanceof InvalidReferences) throw new InvalidReferences(error.errors.map(other));
    const problem = error instanceof Problem ? error : refusalOf(error);
    const errors = problem?.extra.errors;
    if (problem?.code === 'validation-failed' && errors) throw invalid(...errors.map(other));
    throw error;
  }
}

/** A ticket that a body names is a reference: hidden or missing, it is answered like any other that is not there. */
export async function referring<T>(field: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const problem = error instanceof Problem ? error : refusalOf(error);
    if (problem?.code === 'ticket-not-found') throw invalid({ field, code: 'not-found', message: 'is not known' });
    throw error;
  }
}
