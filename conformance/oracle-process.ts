// The Go program that answers for kube-apiserver: one process per version, asked in batches over its standard input and output.
import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { build, GoProgram, Problem } from './build';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../src/admission/version';
import { RELEASES } from '../tools/releases';

export interface Question {
  readonly id: string;
  readonly manifest?: unknown;
  /** For an update: the old object. */
  readonly old?: unknown;
  readonly subresource?: string;
  /** Asks whether a kubelet takes it for an image reference. */
  readonly image?: string;
}

export interface LevelVerdict {
  readonly allowed: boolean;
  readonly reasons: readonly string[] | null;
}

export interface Answer {
  readonly id: string;
  readonly accepted: boolean;
  /**
   * The stage that rejected the object. `unserved`: the server has the group but not the kind, or not in this version. `kind`: a kind that we do not
   * judge.
   */
  readonly stage?: 'input' | 'decode' | 'kind' | 'unserved' | 'old' | 'admission' | 'validate' | 'image' | 'panic';
  readonly errors?: readonly { readonly type: string; readonly field: string; readonly detail?: string }[];
  readonly message?: string;
  readonly warnings?: readonly string[];
  readonly defaulted?: unknown;
  readonly qos?: string;
  readonly pss?: { readonly baseline: LevelVerdict; readonly restricted: LevelVerdict };
}

/** The oracle of a minor; each has a go.mod of its own beside the newest one's. */
export function oracleOf(version: KubernetesVersion): GoProgram {
  return {
    name: 'oracle',
    version: RELEASES[version],
    module: 'oracle',
    target: '.',
    ldflags: '-s -w',
    takes: '1 to 3 minutes',
    tags: `kubernetes_${version.replace('.', '_')}`,
    ...version !== DEFAULT_KUBERNETES_VERSION && { modfile: `go.v${version}.mod` },
  };
}

interface Waiting {
  readonly count: number;
  readonly resolve: (answers: Answer[]) => void;
  readonly reject: (error: Error) => void;
}

export class Oracle {
  /** Built when the cache has none; `defaulted` says which answers carry the defaulted object. */
  public static async open(version: KubernetesVersion, say: (line: string) => void, defaulted: 'accepted' | 'all' = 'accepted'): Promise<Oracle> {
    return new Oracle(await build(oracleOf(version), say), defaulted);
  }

  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting: Waiting[] = [];
  private answers: Answer[] = [];
  private tail: string[] = [];
  private said = '';
  private ended?: Error;

  private constructor(program: string, defaulted: string) {
    this.child = spawn(program, { env: { ...process.env, ORACLE_FULL: defaulted } });
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => this.take(text));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.said = (this.said + text).slice(-4000);
    });
    this.child.stdin.on('error', () => { /* `close` says more */ });
    this.child.on('error', (error) => this.fail(error));
    this.child.on('close', (code) => this.fail(new Problem(`the oracle ended (exit code ${code}):\n${this.said}`)));
  }

  /** Answers in the order of the questions. A second batch may be asked while the first is being answered. */
  public ask(questions: readonly Question[]): Promise<Answer[]> {
    return this.askLines(questions.map((question) => JSON.stringify(question)));
  }

  /** The same for questions that are JSON already. */
  public askLines(lines: readonly string[]): Promise<Answer[]> {
    if (lines.length === 0) {
      return Promise.resolve([]);
    }
    return new Promise((resolve, reject) => {
      if (this.ended) {
        return reject(this.ended);
      }
      this.waiting.push({ count: lines.length, resolve, reject });
      this.child.stdin.write(lines.join('\n') + '\n');
    });
  }

  /** Pending questions are rejected. */
  public close(): void {
    this.child.kill();
  }

  private take(text: string): void {
    const lines = text.split('\n');
    this.tail.push(lines[0]);
    if (lines.length === 1) {
      return;
    }
    lines[0] = this.tail.join('');
    this.tail = [lines.pop()!];
    for (const line of lines) {
      this.answers.push(JSON.parse(line) as Answer);
      if (this.answers.length === this.waiting[0]?.count) {
        const answers = this.answers;
        this.answers = [];
        this.waiting.shift()!.resolve(answers);
      }
    }
  }

  private fail(error: Error): void {
    this.ended ??= error;
    for (const { reject } of this.waiting.splice(0)) {
      reject(error);
    }
  }
}
