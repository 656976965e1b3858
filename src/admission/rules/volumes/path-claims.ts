import { Path } from '../../path';
import { Report, show } from '../../report';

/** The file paths that are taken in one projected volume. */
export class PathClaims {
  private readonly taken = new Set<string>();

  public constructor(private readonly volume: Path, private readonly report: Report) {}

  /** Claims a path for a file. The server reports a duplicate at the volume. */
  public claim(path: string, at: Path): void {
    if (this.taken.has(path)) {
      this.report.invalid(at, 'projected/duplicate-path', `duplicate path ${show(path)}: another file of this volume has it`, { field: this.volume });
    } else {
      this.taken.add(path);
    }
  }
}
