import { isUtf8 } from 'buffer';
import { fail } from '../bridge/attach';
import { quoted } from '../bridge/formats';

/** One variable of an env file. */
interface EnvFileValue {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

/**
 * The variables of an env file as `kubectl create configmap --from-env-file` reads them: NAME=VALUE in each line. Empty lines and lines that begin
 * with `#` are skipped; quotes are part of the value. Unlike kubectl, a line without `=` does not take the value from the environment.
 */
export function envFileValues(what: string, bytes: Buffer): EnvFileValue[] {
  if (!isUtf8(bytes)) {
    fail(`${what} is not UTF-8 text`, 'add it as a file: addFile');
  }
  return bytes.toString('utf8').replace(/^\ufeff/, '').split('\n').flatMap((text, i): EnvFileValue[] => {
    const line = text.replace(/\r$/, '').trimStart();
    if (line === '' || line.startsWith('#')) {
      return [];
    }
    const at = line.indexOf('=');
    if (at < 0) {
      fail(`${what} line ${i + 1}: ${quoted(line)} has no '='`, 'write NAME= for an empty value');
    }
    return [{ line: i + 1, key: line.slice(0, at), value: line.slice(at + 1) }];
  });
}
