/** The parser of the command as single-threaded WebAssembly. Stands for npm `oxc-parser` in this page. */
import { getDefaultContext, instantiateNapiModuleSync, WASI } from '@napi-rs/wasm-runtime';
import visitorKeys from 'oxc-parser/src-js/generated/visit/keys.js';
import { wrap } from 'oxc-parser/src-js/wrap.js';
import type { parseSync as ParseSync } from 'oxc-parser';
import base64 from 'virtual:oxc-binary';

export { visitorKeys };

interface Binding {
  readonly parseSync: typeof ParseSync;
}

let binding: Binding | undefined;

export const parseSync: typeof ParseSync = (...given) => {
  binding ??= instantiate();
  return wrap(binding.parseSync(...given));
};

function instantiate(): Binding {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const memory = new WebAssembly.Memory({ initial: 1024, maximum: 65_536 });
  const { napiModule } = instantiateNapiModuleSync(new WebAssembly.Module(bytes), {
    context: getDefaultContext(),
    asyncWorkPoolSize: 0,
    wasi: new WASI({ version: 'preview1' }),
    overwriteImports: (imports) => ({ ...imports, env: { ...imports['env'], ...imports['napi'], ...imports['emnapi'], memory } }),
    beforeInit({ instance }) {
      for (const [name, register] of Object.entries(instance.exports)) if (name.startsWith('__napi_register__')) (register as () => void)();
    },
  });
  return napiModule.exports as Binding;
}
