import { SPACE, trimSpace } from './space';

/** The part after `@`, with one of the algorithms that a kubelet knows. */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** A bare image ID, which is not a name. */
const IDENTIFIER = /^[a-f0-9]{64}$/;
const REGISTRY = /^(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
/** Lower-case path components separated by slashes. */
const REPOSITORY = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const SCHEME = /^([a-z][a-z0-9+.-]{0,30}):\/\//i;
const UPPER_CASE = /[A-Z]/;
const MAX_REPOSITORY = 255;
const DOCKER_HUB = 'docker.io';

/** The parts of an image reference, split where a kubelet splits it (github.com/distribution/reference). */
interface ImageParts {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** Why no kubelet takes a string for an image reference, as the end of a sentence, and a reference that it takes, if one is near. */
export interface ImageProblem {
  readonly why: string;
  readonly instead?: string;
}

function partsOf(image: string): ImageParts {
  const at = image.indexOf('@');
  const tagged = at === -1 ? image : image.slice(0, at);
  const digest = at === -1 ? undefined : image.slice(at + 1);
  const colon = tagged.lastIndexOf(':');
  return colon > tagged.lastIndexOf('/') ? { name: tagged.slice(0, colon), tag: tagged.slice(colon + 1), digest } : { name: tagged, digest };
}

/** Whether an image is a valid reference to `latest`, the tag of images with neither tag nor digest. */
export function isLatest(image: string): boolean {
  const { name, tag, digest } = partsOf(image);
  if (tag !== undefined) {
    return tag === 'latest' && isName(name) && (digest === undefined || DIGEST.test(digest));
  }
  return digest === undefined && !IDENTIFIER.test(image) && isName(name);
}

/** Whether a kubelet takes a string for an image reference. */
export function isImageReference(image: string): boolean {
  const { name, tag, digest } = partsOf(image);
  return (tag === undefined || TAG.test(tag)) && (digest === undefined || DIGEST.test(digest)) && isName(name) && !IDENTIFIER.test(image);
}

/** What is wrong with an image reference; undefined for one that a kubelet takes. */
export function imageProblem(image: string): ImageProblem | undefined {
  if (isImageReference(image)) {
    return undefined;
  }
  const { name, tag, digest } = partsOf(image);
  const scheme = SCHEME.exec(image)?.[0];
  if (scheme !== undefined) {
    return { why: `an image reference has no '${scheme}'`, instead: valid(image.slice(scheme.length)) };
  }
  if (SPACE.test(image)) {
    return { why: 'it has white space in it', instead: valid(trimSpace(image)) };
  }
  if (IDENTIFIER.test(image)) {
    return { why: 'it is the ID of an image, and a name is needed', instead: undefined };
  }
  if (digest !== undefined && !DIGEST.test(digest)) {
    return { why: "the digest after '@' must be 'sha256:' and 64 lower-case hexadecimal digits, or sha384 or sha512" };
  }
  if (tag !== undefined && !TAG.test(tag)) {
    return {
      why: tag === '' ? "there is no tag after ':'" : "the tag may have at most 128 letters, digits, '_', '.' and '-', and may not start with '.' or '-'",
      instead: tag === '' ? valid(image.slice(0, image.length - 1)) : undefined,
    };
  }
  if (UPPER_CASE.test(name)) {
    return { why: 'a repository has only lower-case letters', instead: valid(name.toLowerCase() + image.slice(name.length)) };
  }
  return name.length > MAX_REPOSITORY ? { why: `a repository has at most ${MAX_REPOSITORY} characters` }
    : { why: "the repository must be lower-case letters and digits, separated by '.', '_', '__', '-' or '/'" };
}

function valid(image: string): string | undefined {
  return isImageReference(image) ? image : undefined;
}

/** An optional registry, and a repository. */
function isName(name: string): boolean {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  let registry = DOCKER_HUB;
  let repository = name;
  if (first === 'localhost' || first.includes('.') || first.includes(':') || UPPER_CASE.test(first)) {
    registry = first === 'index.docker.io' ? DOCKER_HUB : first;
    repository = name.slice(slash + 1);
  }
  if (registry === DOCKER_HUB && !repository.includes('/')) {
    repository = `library/${repository}`;
  }
  if (!REGISTRY.test(registry)) {
    repository = `${registry}/${repository}`; // not a registry, so it must be valid as part of the repository
  }
  return repository.length <= MAX_REPOSITORY && REPOSITORY.test(repository);
}
