import { isLatest } from '../formats/image-reference';

/** The default pull policy: Always for the tag latest, which may move. A string that is not an image reference gets IfNotPresent. */
export function defaultPullPolicy(image: string | undefined): 'Always' | 'IfNotPresent' {
  return image !== undefined && isLatest(image) ? 'Always' : 'IfNotPresent';
}
