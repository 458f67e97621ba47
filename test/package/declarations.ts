/** The types of npm packages, without what else they bring: installed, those here are 290 MB in 39,000 files; packed, they are 13 MB. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Fetches packages, each under a name of its own, and gives what a program exports that imports of them what it wants. */
export function exportsOf(packages: Readonly<Record<string, string>>, program: string): Shapes {
  const folder = mkdtempSync(join(tmpdir(), 'declarations-'));
  for (const [name, version] of Object.entries(packages)) {
    const home = join(folder, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    const packed = execFileSync(npm, ['pack', version, '--prefer-offline', '--silent', '--pack-destination', folder], { encoding: 'utf8' });
    const parts = ['*.js', '*.mjs', '*.map', 'package/src/*'].map((each) => `--exclude=${each}`);
    execFileSync('tar', ['-xzf', join(folder, packed.trim()), '-C', home, '--strip-components', '1', ...parts]);
  }
  const file = join(folder, 'program.ts');
  writeFileSync(file, program);
  const compiled = ts.createProgram([file], {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const source = compiled.getSourceFile(file);
  if (!source) throw new Error('The program was not read');
  const problems = compiled.getSemanticDiagnostics(source).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return new Shapes(compiled.getTypeChecker(), source);
}

/** Types, asked for what stands at a place in them. */
export class Shapes {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly source: ts.SourceFile,
  ) {}

  /** The type of a value that the program exports. */
  exported(name: string): ts.Type {
    const module = this.checker.getSymbolAtLocation(this.source);
    const symbol = module && this.checker.getExportsOfModule(module).find((each) => each.name === name);
    if (!symbol) throw new Error(`No export ${name}`);
    return this.checker.getTypeOfSymbolAtLocation(symbol, this.source);
  }

  /** The type of a member below members; of lists and promises that of what they hold. Undefined if there is no such member. */
  at(type: ts.Type | undefined, [key, ...rest]: readonly string[]): ts.Type | undefined {
    if (!type || key === undefined) return type;
    for (const each of this.held(type)) {
      const member = this.checker.getPropertyOfType(each, key);
      const found = member && this.at(this.checker.getTypeOfSymbolAtLocation(member, this.source), rest);
      if (found) return found;
    }
    return undefined;
  }

  /** The names of the members of a type. */
  members(type: ts.Type | undefined): readonly string[] {
    return type ? this.held(type).flatMap((each) => this.checker.getPropertiesOfType(each).map(({ name }) => name)) : [];
  }

  /** The types of the arguments that a function or constructor takes, of all its signatures. */
  parameters(type: ts.Type | undefined): readonly (readonly ts.Type[])[] {
    if (!type) return [];
    return [...type.getCallSignatures(), ...type.getConstructSignatures()].map((signature) =>
      signature.parameters.map((parameter) => this.checker.getTypeOfSymbolAtLocation(parameter, this.source)),
    );
  }

  /** What a function gives back, as it is awaited. */
  result(type: ts.Type | undefined): ts.Type | undefined {
    const [signature] = type?.getCallSignatures() ?? [];
    return signature && this.checker.getAwaitedType(signature.getReturnType());
  }

  written(type: ts.Type | undefined): string {
    return type ? this.checker.typeToString(type) : 'nothing';
  }

  /** The names under which a type is declared, and the types that it is one of. */
  names(type: ts.Type | undefined): readonly string[] {
    return type
      ? this.held(type).flatMap((each) => [each.aliasSymbol, each.symbol as ts.Symbol | undefined].flatMap((symbol) => symbol?.name ?? []))
      : [];
  }

  /** The types that a type may be; lists and promises opened, and a type with an index of names among them as it is. */
  private held(type: ts.Type): readonly ts.Type[] {
    const options = type.isUnion() ? type.types : [type];
    return options.flatMap((option): readonly ts.Type[] => {
      const item = this.checker.isArrayType(option) ? this.checker.getTypeArguments(option as ts.TypeReference)[0] : undefined;
      if (item) return this.held(item);
      const awaited = this.checker.getPropertyOfType(option, 'then') ? this.checker.getAwaitedType(option) : undefined;
      return awaited && awaited !== option ? this.held(awaited) : [option];
    });
  }
}
