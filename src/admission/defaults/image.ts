/** The part after `@`, with one of the algorithms that the server knows. */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** A bare image ID, which is not a name. */
const IDENTIFIER = /^[a-f0-9]{64}$/;
const REGISTRY = /^(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
/** Lower-case path components separated by slashes. */
const REPOSITORY = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const UPPER_CASE = /[A-Z]/;
const MAX_REPOSITORY = 255;
const DOCKER_HUB = 'docker.io';

/** The default pull policy: Always for the tag latest, which may move. A string that is not an image reference gets IfNotPresent. */
export function defaultPullPolicy(image: string | undefined): 'Always' | 'IfNotPresent' {
  return image !== undefined && isLatest(image) ? 'Always' : 'IfNotPresent';
}

/** Whether an image is a valid reference to `latest`, the tag of images with neither tag nor digest. */
function isLatest(image: string): boolean {
  const at = image.indexOf('@');
  const name = at === -1 ? image : image.slice(0, at);
  const colon = name.lastIndexOf(':');
  if (colon > name.lastIndexOf('/')) {
    return name.endsWith('latest') && colon === name.length - 7 && isName(name.slice(0, colon)) && (at === -1 || DIGEST.test(image.slice(at + 1)));
  }
  return at === -1 && !IDENTIFIER.test(image) && isName(name);
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
