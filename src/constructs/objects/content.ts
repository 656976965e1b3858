import { basename } from 'path';
import { ApiObject } from 'cdk8s';
import { envFileValues } from './env-file';
import { fail } from '../bridge/attach';
import { configMapKey, quoted } from '../bridge/formats';
import { MOST_BYTES, readFile, readFolder } from '../plain/read-file';
import { Rendering } from '../plain/rendering';
import { matchesWildcard } from '../plain/wildcard';

/** Which files of a folder are taken, and the keys that they get. */
export interface AddDirectoryOptions {
  /**
   * Only files whose names match one of these patterns: `*` stands for any characters, `?` for one. A pattern that matches no file is an error.
   *
   * @default - all files
   */
  readonly include?: string[];

  /**
   * Files and folders whose names match one of these patterns are left out: `*` stands for any characters, `?` for one.
   *
   * @default - none
   */
  readonly exclude?: string[];

  /**
   * Whether files and folders whose names begin with a dot are included.
   *
   * @default false
   */
  readonly hidden?: boolean;

  /**
   * Prefix of the keys: each key is this string followed by the name of the file.
   *
   * @default - the name of the file is the key
   */
  readonly keyPrefix?: string;
}

/** A field that holds values by key. */
export type ContentField = 'data' | 'binaryData' | 'stringData';

/** A value, and the field that it belongs to. */
export type Placed = readonly [field: ContentField, value: string];

/** What was added to a ConfigMap or Secret after its construction. */
export class Content {
  /** By key: keys are unique over all fields. */
  private readonly added = new Map<string, Placed>();
  private bytes = 0;

  /**
   * @param object the ConfigMap or Secret
   * @param given the props, of which keys must not be added again
   * @param place the field, and the value in it, for the bytes of a file
   */
  constructor(
    private readonly object: ApiObject,
    private readonly given: { readonly [field in ContentField]?: unknown },
    private readonly place: (bytes: Buffer) => Placed,
  ) {}

  /** Adds a value that the user's code has. */
  public add(call: string, field: ContentField, key: string, value: string): void {
    this.put(`${this.object.node.path}: ${call}`, key, [field, value]);
  }

  public addFile(file: string, key = basename(file)): void {
    const what = `${this.object.node.path}: addFile`;
    const bytes = readFile(what, file);
    this.checkKey(`${what}: ${quoted(file)}`, key, `addFile(${quoted(file)}, 'a-key')`);
    this.putBytes(`${what}: ${quoted(file)}`, key, bytes);
  }

  public addEnvFile(file: string): void {
    const what = `${this.object.node.path}: addEnvFile`;
    const bytes = readFile(what, file);
    for (const { line, key, value } of envFileValues(`${what}: ${quoted(file)}`, bytes)) {
      this.checkKey(`${what}: ${quoted(file)} line ${line}`, key, 'write NAME=VALUE');
      this.putBytes(`${what}: ${quoted(file)} line ${line}`, key, Buffer.from(value));
    }
  }

  public addDirectory(folder: string, options: AddDirectoryOptions = {}): void {
    const what = `${this.object.node.path}: addDirectory`;
    const { include = ['*'], exclude = [], hidden = false, keyPrefix = '' } = options;
    checkPatterns(what, [...include, ...exclude]);
    const all = readFolder(what, folder).filter(({ name }) => !matchesSome(name, exclude));
    const entries = all.filter(({ name }) => hidden || !name.startsWith('.'));
    const taken = entries.filter(({ name }) => matchesSome(name, include));
    const idle = include.find((pattern) => !taken.some(({ name }) => matchesWildcard(pattern, name)));
    if (idle !== undefined || taken.length === 0) {
      const known = entries.slice(0, 10).map(({ name }) => quoted(name)).join(', ') || 'no files';
      fail(`${what}: ${quoted(folder)} has nothing that matches ${quoted(idle ?? '*')}; it has ${known}${entries.length > 10 ? ', …' : ''}`,
        all.length > entries.length ? 'files whose names begin with a dot need hidden: true' : undefined);
    }
    for (const { name, path, is } of taken) {
      if (is !== 'file') {
        fail(`${what}: ${quoted(path)} is ${is === 'folder' ? 'a folder, and a key cannot have a slash' : 'not a regular file'}`,
          `leave it out with exclude: [${quoted(name)}]${is === 'folder' ? `, or add it with a call of its own: { keyPrefix: '${name}.' }` : ''}`);
      }
      this.checkKey(`${what}: ${quoted(path)}`, `${keyPrefix}${name}`, `leave it out with exclude: [${quoted(name)}], and give it a key with addFile`);
      this.putBytes(`${what}: ${quoted(path)}`, `${keyPrefix}${name}`, readFile(what, path));
    }
  }

  /** The fields of the object with what was added. Values that are not maps are kept, so that the review reports them. */
  public putInto(fields: { readonly [field: string]: unknown }, rendering: Rendering): { [field: string]: unknown } {
    const result = { ...fields };
    for (const field of ['data', 'binaryData', 'stringData'] as const) {
      const own = [...this.added].filter(([, [place]]) => place === field).map(([key, [, value]]): [string, string] => [key, value]);
      const given = own.length === 0 ? undefined : rendering.resolved(result[field]) ?? {};
      if (typeof given === 'object' && !Array.isArray(given)) {
        result[field] = Object.fromEntries([...Object.entries(given as object), ...own]);
      }
    }
    return result;
  }

  private checkKey(what: string, key: string, hint: string): void {
    const problem = configMapKey(key);
    if (problem !== undefined) {
      fail(`${what}: the key ${quoted(key)} ${problem}`, hint);
    }
  }

  private putBytes(what: string, key: string, bytes: Buffer): void {
    if (this.bytes + bytes.length > MOST_BYTES) {
      fail(`${what}: with its ${bytes.length} bytes the values of the ${this.object.kind} have ${this.bytes + bytes.length} bytes together: at most ${MOST_BYTES} (1 MiB) are allowed`,
        `split it into several ${this.object.kind}s, or mount large files from a volume`);
    }
    this.put(what, key, this.place(bytes));
    this.bytes += bytes.length;
  }

  private put(what: string, key: string, placed: Placed): void {
    const inProps = (['data', 'binaryData', 'stringData'] as const).some((field) => hasKey(this.given[field], key));
    if (inProps || this.added.has(key)) {
      fail(`${what}: the ${this.object.kind} has the key ${quoted(key)} already`, 'use another key, or leave one of them out');
    }
    this.added.set(key, placed);
  }
}

function matchesSome(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesWildcard(pattern, name));
}

/** Whether a map has a key. The values of a Lazy are not looked at. */
function hasKey(map: unknown, key: string): boolean {
  return typeof map === 'object' && map !== null && Object.hasOwn(map, key);
}

function checkPatterns(what: string, patterns: readonly string[]): void {
  const wrong = patterns.find((pattern) => typeof pattern !== 'string' || /[/\\{}[\]]|\*\*/.test(pattern));
  if (wrong !== undefined) {
    fail(`${what}: ${typeof wrong === 'string' ? quoted(wrong) : String(wrong)} is not a pattern for names of files: only * and ? have a meaning, and folders are not searched`,
      "for example '*.conf'");
  }
}
