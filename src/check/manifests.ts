// The manifests of files, for commands that take objects and not findings.
import { Problem, shownName } from './files';
import { readBytes } from './read-bytes';
import { needsNoLook } from './recognize/other';
import { hasMarks, isTemplate } from './recognize/text';
import type { Target } from './settings';
import { readYaml } from '../yaml/read/read';

/** The manifests of some files, and what of the files cannot be read. */
export interface Manifests {
  readonly manifests: readonly unknown[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the manifests of files. In folders, what is no manifest is skipped: templates, patches, values of charts, and documents without
 * apiVersion and kind.
 */
export function readManifests(targets: readonly Target[], tell: (done: number) => void = () => undefined): Manifests {
  const manifests: unknown[] = [];
  const problems: Problem[] = [];
  for (const [done, target] of targets.entries()) {
    tell(done);
    if (target.like !== undefined && needsNoLook(target.like)) {
      if (!target.found) {
        problems.push({ file: shownName(target.file), message: `this is no manifest but a ${target.like.what}` });
      }
      continue;
    }
    try {
      readTarget(target, readBytes(target.file), manifests, problems);
    } catch (error) {
      problems.push({ file: shownName(target.file), message: (error as Error).message });
    }
  }
  return { manifests, problems };
}

function readTarget(target: Target, bytes: Uint8Array, manifests: unknown[], problems: Problem[]): void {
  const { found, like } = target;
  if (found && like?.what === 'helm-template' && hasMarks(bytes)) {
    return;
  }
  const { documents, problems: unreadable } = readYaml(bytes, { mergeOverrides: 'allow' });
  if (unreadable.length > 0) {
    if (!found || !isTemplate(new TextDecoder().decode(bytes))) {
      const [{ message, line, column }] = unreadable;
      problems.push({ file: `${shownName(target.file)}:${line}:${column}`, message });
    }
    return;
  }
  for (const { value } of documents) {
    if (!isNoManifest(value)) {
      manifests.push(value);
    } else if (!found && value !== null) {
      problems.push({ file: shownName(target.file), message: 'a document is no manifest: it has neither apiVersion nor kind' });
    }
  }
}

function isNoManifest(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Array.isArray(value) || (!Object.hasOwn(value, 'kind') && !Object.hasOwn(value, 'apiVersion'));
}
