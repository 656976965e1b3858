import { existsSync } from 'fs';
import { Ignore } from './ignore';
import { readBytes } from './read-bytes';
import { SettingsError } from './settings-error';
import { KUBERNETES_VERSIONS, KubernetesVersion } from '../admission';
import { versionOf } from '../admission/version';
import { LINK_WEIGHTS } from '../links/weights';
import { readYaml } from '../yaml/read/read';

/**
 * The contents of a configuration file. Options on the command line win. The README documents the same fields.
 */
export interface CheckConfig {
  /** What to check when the command line names no files. */
  readonly files?: readonly string[];
  /** Globs of files to leave out. */
  readonly exclude?: readonly string[];
  readonly kubernetesVersion?: KubernetesVersion;
  readonly podSecurity?: 'privileged' | 'baseline' | 'restricted';
  readonly warningsAsErrors?: boolean;
  readonly advice?: boolean;
  readonly static?: boolean;
  readonly ignore?: readonly Ignore[];
  /** Kinds to skip: `Secret`, or `apps/v1/Deployment`. */
  readonly skip?: readonly string[];
  readonly requireReviewed?: boolean;
  /** Whether all files are one app. */
  readonly together?: boolean;
  /** How findings about links between objects weigh, by code. */
  readonly severity?: { readonly [code: string]: 'error' | 'warning' | 'advice' | 'off' };
  /** A file of known findings, which do not fail the check. */
  readonly baseline?: string;
  /** A file with the facts of the cluster that the manifests are for. */
  readonly cluster?: string;
}

/** Names of the configuration files that are read from the working directory by default. */
export const CONFIG_FILES = ['cdk8s-pods.config.json', 'cdk8s-pods.config.yaml', 'cdk8s-pods.config.yml'];
export const POD_SECURITY_LEVELS = ['privileged', 'baseline', 'restricted'] as const;

/** The configuration in the named file, or in the first default file that exists; empty when there is none. */
export function readConfig(named: string | undefined): CheckConfig {
  const file = named ?? CONFIG_FILES.find((name) => existsSync(name));
  if (file === undefined) {
    return {};
  }
  let bytes: Uint8Array;
  try {
    bytes = readBytes(file);
  } catch (error) {
    throw new SettingsError(`${file}: ${(error as Error).message}`);
  }
  const { documents, problems } = readYaml(bytes, { mergeOverrides: 'allow' });
  if (problems.length > 0) {
    const { line, column, message } = problems[0];
    throw new SettingsError(`${file}:${line}:${column}: ${message}`);
  }
  if (documents.length > 1) {
    throw new SettingsError(`${file}: has ${documents.length} documents instead of one`);
  }
  const [document] = documents;
  return toConfig(document === undefined ? {} : document.value, file, (keys) => document?.locate(keys));
}

/** Checks that a value is a configuration; `source` is where it comes from, for error messages. */
export function toConfig(
  value: unknown, source: string, locate: Locate = () => undefined,
): CheckConfig {
  return new ConfigCheck(source, locate).config(value);
}

type Keys = readonly (string | number)[];
type Locate = (keys: Keys) => { readonly line: number; readonly column: number } | undefined;
type Value = (value: unknown, keys: Keys) => unknown;

/** Validates a configuration; errors have the line and column. */
class ConfigCheck {
  constructor(private readonly file: string, private readonly locate: Locate) {}

  public config(value: unknown): CheckConfig {
    const text: Value = (v, keys) => typeof v === 'string' && v.trim() !== '' ? v : this.fail(keys, 'must be a non-empty string');
    const flag: Value = (v, keys) => typeof v === 'boolean' ? v : this.fail(keys, 'must be true or false');
    const oneOf = (values: readonly string[]): Value => (v, keys) => values.includes(v as string) ? v
      : this.fail(keys, `must be one of ${values.join(', ')}${typeof v === 'number' ? ', in quotes' : ''}`);
    const version: Value = (v, keys) => (typeof v === 'string' ? versionOf(v) : undefined) ?? oneOf(KUBERNETES_VERSIONS)(v, keys);
    const list = (item: Value): Value => (v, keys) => Array.isArray(v) ? v.map((one, i) => item(one, [...keys, i]))
      : this.fail(keys, 'must be a list');
    const severities: Value = (v, keys) =>
      this.struct(v, keys, Object.fromEntries(Object.keys(Object(v)).map((code) => [code, oneOf(LINK_WEIGHTS)])));
    const ignore: Value = (v, keys) => {
      const fields = { code: text, type: text, field: text, file: text, reason: text };
      const { code, type, ...rest } = this.struct(v, keys, fields) as { [key: string]: string };
      if ((code === undefined) === (type === undefined)) {
        this.fail(keys, 'must have either code or type');
      }
      if (rest.reason === undefined) {
        this.fail(keys, 'must have a reason');
      }
      return { what: code ?? type, ...rest };
    };
    return this.struct(value, [], {
      $schema: text,
      files: list(text),
      exclude: list(text),
      kubernetesVersion: version,
      podSecurity: oneOf(POD_SECURITY_LEVELS),
      warningsAsErrors: flag,
      advice: flag,
      static: flag,
      ignore: list(ignore),
      skip: list(text),
      requireReviewed: flag,
      together: flag,
      severity: severities,
      baseline: text,
      cluster: text,
    });
  }

  private struct(value: unknown, keys: Keys, fields: { readonly [name: string]: Value }): { readonly [name: string]: unknown } {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return this.fail(keys, 'must be a map');
    }
    const read: { [name: string]: unknown } = {};
    for (const [name, own] of Object.entries(value)) {
      if (!Object.hasOwn(fields, name)) {
        this.fail([...keys, name], `is not a known setting: must be one of ${Object.keys(fields).filter((f) => f !== '$schema').join(', ')}`);
      }
      read[name] = fields[name](own, [...keys, name]);
    }
    return read;
  }

  private fail(keys: Keys, what: string): never {
    const place = this.locate(keys);
    const name = keys.map((key, i) => typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`).join('');
    throw new SettingsError(`${this.file}${place === undefined ? '' : `:${place.line}:${place.column}`}: ${name || 'the configuration'} ${what}`);
  }
}
