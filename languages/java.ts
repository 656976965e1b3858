import { cpSync, readFileSync } from 'fs';
import { delimiter, join } from 'path';
import { CommandOf } from './programs';
import { answers, run } from './run-command';
import { environment, versions } from './scratch';

const CLASSPATH = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath';

/** The command of a JDK and Maven that does not answer here. */
export function missingForJava(): string | undefined {
  return ([['javac', '-version'], ['java', '-version'], ['mvn', '-version']] as const).find(([command, ...args]) => !answers(command, ...args))?.[0];
}

/** Compiles the programs with Maven against the built package; gives the classpath to run them with. */
export function compileJava(folder: string): string {
  const project = join(folder, 'examples', 'java');
  const repository = join(folder, '.cache', 'maven');
  // What jsii-pacmak writes is laid out as Maven's local repository is.
  cpSync(join(folder, 'dist', 'java'), repository, { recursive: true });
  const { own, cdk8s, constructs } = versions();
  run('mvn', ['--batch-mode', '--quiet', '-Dstyle.color=never', `-Dmaven.repo.local=${repository}`, `-Dcdk8s-pods.version=${own}`, `-Dcdk8s.version=${cdk8s}`,
    `-Dconstructs.version=${constructs}`, '-Dmdep.outputFile=classpath.txt', 'compile', CLASSPATH], { cwd: project, env: environment(folder) });
  return [join(project, 'target', 'classes'), readFileSync(join(project, 'classpath.txt'), 'utf8').trim()].join(delimiter);
}

export function javaPrograms(classpath: string): CommandOf {
  return (program) => ['java', '-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-Dsun.stderr.encoding=UTF-8', '-cp', classpath,
    `example.${program[0].toUpperCase()}${program.slice(1)}`];
}
