import { Path } from '../../path';
import { Report } from '../../report';

/**
 * Moves findings, from index `since` on, to where the manifest has the value (`real`). Their rules ran with the path that the server writes
 * (`written`).
 */
export function movePlaces(report: Report, since: number, written: Path, real: Path): void {
  report.move(since, (at) => at.moved(written, real));
}
