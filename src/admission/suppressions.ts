/** The annotation that suppresses warnings and advice of an object: `code: reason`, several of them separated by semicolons. */
export const SUPPRESS_ANNOTATION = 'cdk8s-pods/suppress';

/** A code that an object suppresses, and why. */
export interface AnnotatedSuppression {
  readonly code: string;
  readonly reason: string;
}

const NONE: readonly AnnotatedSuppression[] = [];

/** What the annotation of an object suppresses. An error cannot be suppressed: the caller leaves errors alone. */
export function annotatedSuppressions(manifest: any): readonly AnnotatedSuppression[] {
  const annotations: unknown = manifest?.metadata?.annotations;
  if (typeof annotations !== 'object' || annotations === null || !Object.hasOwn(annotations, SUPPRESS_ANNOTATION)) {
    return NONE;
  }
  const text: unknown = (annotations as { readonly [key: string]: unknown })[SUPPRESS_ANNOTATION];
  if (typeof text !== 'string') {
    return NONE;
  }
  return text.split(';').map((part) => part.trim()).filter((part) => part !== '').map((part) => {
    const colon = part.indexOf(':');
    return { code: part.slice(0, colon < 0 ? undefined : colon).trim(), reason: colon < 0 ? '' : part.slice(colon + 1).trim() };
  });
}
