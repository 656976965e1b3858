import { Path } from '../../path';
import { Report } from '../../report';

/** A text that may not be left out or empty; `message` says what needs it. */
export function requireText(value: string | undefined, path: Path, field: string, report: Report, code: string, message: string): void {
  if (value === undefined || value === '') {
    report.required(path.child(field), code, message);
  }
}

/** A reference to a Secret, where there is one, needs a name. */
export function requireSecretName(ref: { readonly name?: string } | undefined, path: Path, field: string, report: Report): void {
  if (ref !== undefined) {
    requireText(ref.name, path.child(field), 'name', report, 'volumes/secret-name-required', 'a reference to a Secret needs its name');
  }
}
