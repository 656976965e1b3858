// Options that several commands have, and how values are read.
import { InvalidArgumentError, Option } from 'commander';
import { KUBERNETES_VERSIONS, KubernetesVersion, versionOf } from '../admission/version';

/** One value each time. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...before ?? [], value];
}

/** One or more values each time, separated by commas. */
export function collectList(value: string, before: string[] | undefined): string[] {
  return [...before ?? [], ...wordsOfList(value)];
}

/** What is between commas. */
export function wordsOfList(value: string): string[] {
  return value.split(',').map((item) => item.trim()).filter((item) => item !== '');
}

/** Whether an option can be given more than once: its parser takes what came before. */
export function repeats({ parseArg, argChoices }: Option): boolean {
  return argChoices === undefined && parseArg !== undefined && parseArg.length === 2;
}

/** `--kubernetes-version`. `what`: what the version is of. */
export function versionOption(what: string): Option {
  return new Option('-k, --kubernetes-version <minor>', `${what} (default: the newest)`).choices([...KUBERNETES_VERSIONS]).argParser(minor);
}

/** `--pod-security`. */
export function podSecurityOption(): Option {
  return new Option('-s, --pod-security <level>', 'the Pod Security Standard that pods must meet (default: privileged)').choices(['privileged', 'baseline', 'restricted']);
}

/** A patch release or a `v` before the version changes nothing: it is the minor that decides. */
function minor(text: string): KubernetesVersion {
  const version = versionOf(text);
  if (version === undefined) {
    throw new InvalidArgumentError(`Allowed choices are ${KUBERNETES_VERSIONS.join(', ')}.`);
  }
  return version;
}
