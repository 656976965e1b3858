/** What follows `@`: one of the algorithms that the server knows. */
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
/** The hash of an image alone, which is no name. */
const IDENTIFIER = /^[a-f0-9]{64}$/;
const REGISTRY = /^(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
/** Lower-case names with slashes between. */
const REPOSITORY = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const UPPER_CASE = /[A-Z]/;
const LONGEST_REPOSITORY = 255;
const DOCKER_HUB = 'docker.io';

/** The pull policy of an image when none is written: a tag that may move is pulled always. What is no image reference counts as one that stays. */
export function defaultPullPolicy(image: string | undefined): 'Always' | 'IfNotPresent' {
  return image !== undefined && isLatest(image) ? 'Always' : 'IfNotPresent';
}

/** Whether an image is a good reference to `latest`, which is also the tag of one without tag and digest. */
function isLatest(image: string): boolean {
  const at = image.indexOf('@');
  const name = at === -1 ? image : image.slice(0, at);
  const colon = name.lastIndexOf(':');
  if (colon > name.lastIndexOf('/')) {
    return name.endsWith('latest') && colon === name.length - 7 && isName(name.slice(0, colon)) && (at === -1 || DIGEST.test(image.slice(at + 1)));
  }
  return at === -1 && !IDENTIFIER.test(image) && isName(name);
}

/** A registry, maybe, and a repository. */
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
    repository = `${registry}/${repository}`; // then it has to be good as a part of the repository
  }
  return repository.length <= LONGEST_REPOSITORY && REPOSITORY.test(repository);
}
