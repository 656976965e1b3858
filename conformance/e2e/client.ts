// A bare client of one API server on loopback.
import { Agent, request } from 'https';

export interface Endpoint {
  readonly port: number;
  readonly token: string;
  /** The certificates that the server made for itself. */
  readonly ca: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly text: string;
  /** The texts of the `Warning` headers. */
  readonly warnings: string[];
}

export interface Body {
  readonly type: 'application/json' | 'application/yaml' | 'application/strategic-merge-patch+json' | 'application/merge-patch+json' | 'application/apply-patch+yaml';
  readonly text: string;
}

const TIME_LIMIT_MS = 30_000;

export class Client {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly endpoint: Endpoint) {}

  public get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  public post(path: string, body: Body): Promise<Answer> {
    return this.send('POST', path, body);
  }

  public put(path: string, body: Body): Promise<Answer> {
    return this.send('PUT', path, body);
  }

  public patch(path: string, body: Body): Promise<Answer> {
    return this.send('PATCH', path, body);
  }

  public delete(path: string): Promise<Answer> {
    return this.send('DELETE', path);
  }

  public close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, body?: Body): Promise<Answer> {
    const headers: Record<string, string | number> = { authorization: `Bearer ${this.endpoint.token}`, accept: 'application/json' };
    if (body) {
      headers['content-type'] = body.type;
      headers['content-length'] = Buffer.byteLength(body.text);
    }
    return new Promise((resolve, reject) => {
      const { port, ca } = this.endpoint;
      const req = request({ host: '127.0.0.1', port, path, method, headers, ca, agent: this.agent, timeout: TIME_LIMIT_MS }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk) => chunks.push(chunk));
        res.on('error', reject);
        res.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: res.statusCode ?? 0, text, body: parsed(text), warnings: warningTexts(res.rawHeaders) });
        });
      });
      req.on('timeout', () => req.destroy(new Error(`${method} ${path}: no answer in ${TIME_LIMIT_MS / 1000} s`)));
      req.on('error', reject);
      req.end(body?.text);
    });
  }
}

export function json(value: unknown): Body {
  return { type: 'application/json', text: JSON.stringify(value) };
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The texts of all `Warning` headers: `299 - "text"`, the text with backslash escapes. They are UTF-8, and Node reads Latin-1. */
function warningTexts(rawHeaders: string[]): string[] {
  return rawHeaders
    .filter((_, i) => i % 2 === 1 && rawHeaders[i - 1].toLowerCase() === 'warning')
    .map((value) => Buffer.from(value, 'latin1').toString())
    .map((value) => /^\d+ \S+ "(.*)"$/s.exec(value)?.[1].replace(/\\(.)/gs, '$1') ?? value);
}

/** What the server says about a request that it did not do. */
export function refusal(answer: Answer): string {
  const { message, reason } = answer.body ?? {};
  return `${message ?? answer.text.trim()} (${answer.status}${reason ? ` ${reason}` : ''})`;
}
