import { Path } from '../../path';
import { Report } from '../../report';

/** A string that must be set and not empty; `message` names what needs it. */
export function requireString(value: string | undefined, path: Path, field: string, report: Report, code: string, message: string): void {
  if (value === undefined || value === '') {
    report.required(path.child(field), code, message);
  }
}

/** A reference to a Secret, if set, needs a name. */
export function requireSecretName(ref: { readonly name?: string } | undefined, path: Path, field: string, report: Report): void {
  if (ref !== undefined) {
    requireString(ref.name, path.child(field), 'name', report, 'volumes/secret-name-required', 'the name of the Secret is required');
  }
}
