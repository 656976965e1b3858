import { Path } from '../../path';
import { Report, show } from '../../report';

/** The paths that the files of one projected volume have taken. */
export class PathClaims {
  private readonly taken = new Set<string>();

  public constructor(private readonly volume: Path, private readonly report: Report) {}

  /** Takes a path for a file. Server's quirk: it writes the volume's path for one that is taken already. */
  public claim(path: string, at: Path): void {
    if (this.taken.has(path)) {
      this.report.invalid(at, 'projected/duplicate-path', `another file of this volume has the path ${show(path)} already`, { field: this.volume });
    } else {
      this.taken.add(path);
    }
  }
}
