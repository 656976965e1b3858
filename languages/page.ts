/** A program of the page, and what it says there of it. */
export interface PageProgram {
  /** The line of the page on which it begins. */
  readonly line: number;
  readonly code: string;
  /** The YAML that it writes, where the page shows it. */
  readonly yaml?: string;
  /** The last lines that it says, where the page shows them. */
  readonly text?: string;
}

/** What a program did. */
export interface Did {
  readonly status: number;
  readonly yaml?: string;
  readonly said: string;
}

/** Every block of Python of a page with the blocks of YAML and text that follow it. */
export function programsOf(page: string): PageProgram[] {
  const programs: { line: number; code: string; yaml?: string; text?: string }[] = [];
  for (const { index, 1: language, 2: text } of page.matchAll(/^```(\w*)\n([^]*?)^```$/gm)) {
    if (language === 'python') {
      programs.push({ line: page.slice(0, index).split('\n').length, code: text });
    } else if (language === 'yaml' || language === 'text') {
      const program = programs.at(-1);
      if (program !== undefined) {
        program[language] = text;
      }
    }
  }
  return programs;
}

/** What a program did otherwise than the page says; `undefined` when it did that. */
export function disagreement(program: PageProgram, did: Did): string | undefined {
  if (program.text === undefined && did.status !== 0) {
    return `the program fails:\n${did.said}`;
  }
  if (program.yaml !== undefined && did.yaml?.trim() !== program.yaml.trim()) {
    return `it writes\n${did.yaml ?? 'nothing'}\nand the page says\n${program.yaml}`;
  }
  if (program.text !== undefined && !did.said.trimEnd().endsWith(program.text.trimEnd())) {
    return `it says\n${did.said}\nand the page says\n${program.text}`;
  }
  return undefined;
}
