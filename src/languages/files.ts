/** File patterns of every language other than JavaScript. */
import { profiles } from './lexical/profiles/index.js';
import type { LanguageName } from './readers.js';
import { formats } from './settings/formats.js';

interface Files {
  readonly files: readonly string[];
  /** Files with similar names that are in another language. */
  readonly ignores?: readonly string[];
}

export const files = {
  shell: { files: ['**/*.{sh,bash,zsh,ksh}', '**/.envrc', '**/.{bash,zsh}{rc,_profile,env}', '**/.profile'] },
  hcl: { files: ['**/*.{tf,tfvars,hcl,tofu}', '**/*.{tf,tfvars}.{example,sample,template}'] },
  dockerfile: {
    files: ['**/{Dockerfile,Containerfile}', '**/{Dockerfile,Containerfile}.*', '**/*.{dockerfile,Dockerfile,containerfile}'],
    ignores: ['**/*.{dockerignore,md,sh,js,ts,json,yml,yaml}'],
  },
  ini: { files: ['**/*.ini'] },
  dotenv: {
    files: [
      '**/.env',
      '**/.env.*',
      '**/.dev.vars',
      '**/.dev.vars.*',
      '**/*.env',
      '**/*.env.*',
      '**/{env,environment}.{example,sample,template,dist}',
    ],
    ignores: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,json,jsonc,yml,yaml,toml,md,sh,bash,zsh,py,go,rb,php,html,xml,tf,tfvars}'],
  },
  json: {
    files: ['**/*.{json,jsonc,json5,tfstate,har}', '**/*.tfstate.backup'],
    ignores: ['**/{package-lock,npm-shrinkwrap,composer.lock}.json'],
  },
  yaml: { files: ['**/*.{yml,yaml}', '**/*.{yml,yaml}.{j2,tpl,tmpl,gotmpl,example,sample,dist}'], ignores: ['**/pnpm-lock.{yml,yaml}'] },
  toml: { files: ['**/*.toml'] },
  markdown: { files: ['**/*.{md,mdx,markdown,adoc,asciidoc,org,rst}'] },
  ...profiles,
  http: { files: ['**/*.{http,rest,hurl}'] },
  bruno: { files: ['**/*.bru'] },
  csv: { files: ['**/*.{csv,tsv}'] },
  xml: {
    files: [
      '**/*.{xml,plist,xaml,csproj,vbproj,fsproj,props,targets,resx,config,pom,xsd,xsl,xslt,svg,wsdl,storyboard,xib,nuspec,iml,mobileconfig}',
    ],
  },
  notebook: { files: ['**/*.ipynb'] },
  ...formats,
  text: { files: ['**/*.{txt,text,log,out,tex,rtf,diff,patch,list,lst}'] },
} satisfies Readonly<Record<LanguageName, Files>> as Readonly<Record<LanguageName, Files>>;
