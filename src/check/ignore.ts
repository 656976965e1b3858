import { globToRegExp } from './glob';
import { SettingsError } from './settings-error';
import type { Finding } from '../admission';

/** Findings to leave out, and why. */
export interface Ignore {
  /** The finding's type or code: `FieldValueNotFound`, `advice/image-tag`. */
  readonly what: string;
  /** Pattern of the field, in which `*` stands for anything; all fields when unset. */
  readonly field?: string;
  /** Pattern of the files that it applies to; all files when unset. */
  readonly file?: string;
  readonly reason: string;
}

const FORM = 'write it as TYPE-OR-CODE[@FIELD]=REASON, for example --ignore \'pod-security/hostPathVolumes@spec.volumes*=the agent reads the host\'';

/** Reads `type-or-code[@field]=reason`. */
export function parseIgnore(text: string): Ignore {
  const [, what, field, reason] = /^([^@=]+)(?:@([^=]*))?=([^]*)$/.exec(text) ?? [];
  if (what === undefined || field?.trim() === '') {
    throw new SettingsError(`--ignore '${text}' is not valid; ${FORM}`);
  }
  if (reason.trim() === '') {
    throw new SettingsError(`--ignore '${text}': a reason is required; ${FORM}`);
  }
  return { what: what.trim(), ...field === undefined ? {} : { field: field.trim() }, reason: reason.trim() };
}

/** Tells which ignore a finding of a file matches, and records which ignores matched. */
export class Ignorer {
  /** Positions, in the given list, of the ignores that matched a finding. */
  public readonly used = new Set<number>();
  private readonly rules: readonly { readonly what: string; readonly field?: RegExp; readonly file?: RegExp }[];

  constructor(private readonly ignores: readonly Ignore[]) {
    this.rules = ignores.map(({ what, field, file }) => ({
      what,
      ...field === undefined ? {} : { field: fieldPattern(field) },
      ...file === undefined ? {} : { file: globToRegExp(file) },
    }));
  }

  /** The first ignore that a finding matches. */
  public ignoring(finding: Finding, file: string): Ignore | undefined {
    let found: Ignore | undefined;
    for (const [i, rule] of this.rules.entries()) {
      if (rule.what !== finding.code && rule.what !== finding.type) {
        continue;
      }
      if (rule.field !== undefined && !rule.field.test(finding.at) && !rule.field.test(finding.field)) {
        continue;
      }
      if (rule.file !== undefined && !rule.file.test(file.replace(/\\/g, '/').replace(/^\.\//, ''))) {
        continue;
      }
      this.used.add(i);
      found ??= this.ignores[i];
    }
    return found;
  }
}

/** Only `*` is a wildcard: brackets and dots are part of field paths. */
function fieldPattern(pattern: string): RegExp {
  const parts = pattern.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*?')}$`, 's');
}
