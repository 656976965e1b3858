import type { Context } from '../../context';
import { byteLength } from '../../formats/bytes';
import { lowerCase } from '../../formats/letter-case';
import { qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

const MOST_PARAMETERS = 512;
const MOST_BYTES = 256 * 1024;

/** The driver of a class: a qualified name in any letter case. */
export function validateProvisioner(name: string | undefined, path: Path, ctx: Context): void {
  if (name === undefined) {
    ctx.report.required(path, 'storage/provisioner', 'the name of the driver is missing', { hint: 'use the driver that makes the volumes, such as ebs.csi.aws.com' });
    return;
  }
  const problem = qualifiedName(lowerCase(name));
  if (problem !== undefined) {
    ctx.report.invalid(path, 'storage/provisioner', `${show(name)} ${problem}`);
  }
}

/** What a class tells its driver. */
export function validateParameters(
  parameters: { readonly [key: string]: string | undefined } | undefined, needed: boolean, path: Path, ctx: Context,
): void {
  const entries = Object.entries(parameters ?? {});
  if (entries.length > MOST_PARAMETERS) {
    ctx.report.tooLong(path, 'storage/parameters', `at most ${MOST_PARAMETERS} parameters are allowed, got ${entries.length}`);
    return;
  }
  if (entries.some(([key]) => key === '')) {
    ctx.report.invalid(path, 'storage/parameter-key', 'a parameter must have a name');
  }
  const bytes = entries.reduce((total, [key, value]) => total + byteLength(key) + byteLength(value ?? ''), 0);
  if (bytes > MOST_BYTES) {
    ctx.report.tooLong(path, 'storage/parameters', `the parameters have ${bytes} bytes together: at most ${MOST_BYTES} are allowed`);
  }
  if (needed && entries.length === 0) {
    ctx.report.required(path, 'storage/parameters', 'at least one parameter is required');
  }
}
