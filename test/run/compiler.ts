// The TypeScript compiler for tests that compile many small programs: what they have in common is parsed once.
import * as ts from 'typescript';

const parsed = new Map<string, ts.SourceFile | undefined>();

/** A program of files that are only in memory, by path, and of those on disk that they import. */
export function programOf(files: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.Program {
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  // What else decides how a file is parsed and bound.
  const mode = [options.module, options.moduleResolution, options.target].join();
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.directoryExists = (folder) => directoryExists!(folder) || [...files.keys()].some((file) => file.startsWith(`${folder}/`));
  host.getSourceFile = (file, language, ...rest) => {
    const text = files.get(file);
    if (text !== undefined) {
      return ts.createSourceFile(file, text, language);
    }
    const format = typeof language === 'object' ? language.impliedNodeFormat : '';
    const key = [file, mode, format].join();
    if (!parsed.has(key)) {
      parsed.set(key, getSourceFile(file, language, ...rest));
    }
    return parsed.get(key);
  };
  return ts.createProgram([...files.keys()], options, host);
}
