/// <reference types="vite/client" />

declare module 'virtual:oxc-binary' {
  /** The parser's WebAssembly in base64. */
  const base64: string;
  export default base64;
}

declare module '@napi-rs/wasm-runtime' {
  type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  export const WASI: new (options: { readonly version: 'preview1' }) => object;
  export function getDefaultContext(): object;
  /** Instantiates a module that was built with napi-rs. */
  export function instantiateNapiModuleSync(
    module: WebAssembly.Module,
    options: {
      readonly context: object;
      readonly asyncWorkPoolSize: number;
      readonly wasi: object;
      readonly overwriteImports: (imports: Imports) => Imports;
      readonly beforeInit: (loaded: { readonly instance: WebAssembly.Instance }) => void;
    },
  ): { readonly napiModule: { readonly exports: unknown } };
}

declare module 'oxc-parser/src-js/generated/visit/keys.js' {
  const visitorKeys: Readonly<Record<string, readonly string[]>>;
  export default visitorKeys;
}

declare module 'oxc-parser/src-js/wrap.js' {
  import type { ParseResult } from 'oxc-parser';
  export function wrap(result: ParseResult): ParseResult;
}
