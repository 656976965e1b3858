// Generates the blocks between `<!-- example: … -->`, `<!-- yaml: … -->`, `<!-- defaulted: … -->` or `<!-- findings: … -->` and `<!-- end
// -->` in a page.
import { quoteOf } from './quote';
import { defaultsOf, yamlOf } from './yaml-of';

const BLOCK = /^( *)<!-- (example|yaml|defaulted|findings): (.*?) -->\n[\s\S]*?^ *<!-- end -->$/gm;

/** The page with all blocks regenerated. */
export function withBlocks(page: string, findings: (patterns: readonly string[]) => string): string {
  return page.replace(BLOCK, (_, indent: string, what: string, words: string) => {
    const [first, ...more] = words.split(' ');
    const made = what === 'findings' ? `\n${findings([first, ...more])}`
      : what === 'example' ? fenced('ts', quoteOf(first))
        : fenced('yaml', what === 'yaml' ? yamlOf(first, more) : defaultsOf(first, more));
    return `<!-- ${what}: ${words} -->\n${made}\n<!-- end -->`.replace(/^(?=.)/gm, indent);
  });
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
