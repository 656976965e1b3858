import { isUtf8 } from 'buffer';
import { Construct } from 'constructs';
import { AddDirectoryOptions, Content } from './content';
import { ConfigMapProps } from '../generated/core';
import { CONFIG_MAP } from '../generated/flat-kinds';
import { hashOption } from '../plain/content-hash';
import { flatContent, useFields } from '../plain/flat-fields';
import { KubernetesObject } from '../plain/kubernetes-object';
import { Rendering } from '../plain/rendering';

/**
 * A ConfigMap: configuration as keys and values, which pods read as environment variables or as files.
 *
 * @example
 *
 *   const settings = new ConfigMap(chart, 'settings', { data: { LOG_LEVEL: 'info' }, appendHash: true });
 *   settings.addFile('conf/app.conf');
 */
export class ConfigMap extends KubernetesObject {
  private readonly fields: ConfigMapProps;
  private readonly content: Content;

  /**
   * @param scope the chart or construct that it belongs to
   * @param id the construct's id, from which the name is made if none is given
   * @param props metadata and the fields of the object
   */
  constructor(scope: Construct, id: string, props: ConfigMapProps = {}) {
    super(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: props.metadata });
    this.fields = props;
    useFields(this, props, CONFIG_MAP);
    this.content = new Content(this, props, (bytes) => (isUtf8(bytes) ? ['data', bytes.toString('utf8')] : ['binaryData', bytes.toString('base64')]));
    const name = hashOption(this.node.path, props);
    if (name !== undefined) {
      this._useLateName(name);
    }
  }

  /**
   * Adds a string.
   *
   * @param key the key: letters, digits, `-`, `_` and `.`, at most 253 characters
   * @param value the text
   * @throws Error when the key is taken
   */
  public addData(key: string, value: string): void {
    this.content.add('addData', 'data', key, value);
  }

  /**
   * Adds bytes.
   *
   * @param key the key: letters, digits, `-`, `_` and `.`, at most 253 characters
   * @param value the bytes, in base64
   * @throws Error when the key is taken
   */
  public addBinaryData(key: string, value: string): void {
    this.content.add('addBinaryData', 'binaryData', key, value);
  }

  /**
   * Adds a file: UTF-8 text in `data`, everything else in `binaryData`.
   *
   * @param localFile path from the working directory; for a file beside your code use `path.join(__dirname, 'app.conf')`
   * @param key the key: letters, digits, `-`, `_` and `.`, at most 253 characters; the name of the file if left out
   * @throws Error when the file cannot be read or is too large, or the key is not allowed or taken
   */
  public addFile(localFile: string, key?: string): void {
    this.content.addFile(localFile, key);
  }

  /**
   * Adds every file of a folder under a key of its own. Hidden files are left out by default. A subfolder is an error unless it is excluded.
   *
   * @param localDir path of the folder from the working directory
   * @param options which files, and a prefix of their keys
   * @throws Error when a file cannot be read, its name is not a valid key, or no file is found
   */
  public addDirectory(localDir: string, options: AddDirectoryOptions = {}): void {
    this.content.addDirectory(localDir, options);
  }

  /**
   * Adds a key for each line `NAME=VALUE` of an env file. Empty lines and lines that begin with `#` are skipped; quotes are part of the value.
   *
   * @param localFile path from the working directory
   * @throws Error when the file cannot be read, or a line is not `NAME=VALUE`
   */
  public addEnvFile(localFile: string): void {
    this.content.addEnvFile(localFile);
  }

  /** @internal */
  public _content(rendering: Rendering): { [key: string]: unknown } {
    const { appendHash: _, ...fields } = this.fields;
    return this.content.putInto(flatContent(this, fields, CONFIG_MAP, rendering), rendering);
  }
}
