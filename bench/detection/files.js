/** Places of credentials in files of other languages. */
import { base64, headersOf } from './programs.js';

/** @typedef {import('./programs.js').Context} Context */

/** @param {(variable: string, value: string) => string} write @returns {Context} */
const named =
  (write) =>
  ({ variable, value }) =>
    write(variable, value);

/** @type {Context} */
const curl = ({ kind: { header }, value }) =>
  header &&
  `curl --fail ${headersOf(header, value)
    .map(([name, text]) => `-H '${name}: ${text}'`)
    .join(' ')} ${header.url}`;

/** Embeds a script with a single `curl` in a file. @param {(script: string) => string} write @returns {Context} */
const withCurl = (write) => (written) => {
  const script = curl(written);
  return script && write(script);
};

/** @type {Context} */
const command = ({ kind, value }) => kind.command?.(`'${value}'`);

/** By language and file. @type {Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Context>>>>>>} */
export const files = {
  shell: {
    'deploy.sh': {
      export: named((variable, value) => `export ${variable}='${value}'`),
      assignment: named((variable, value) => `${variable}="${value}"\nnpm run deploy`),
      'before a command': named((variable, value) => `${variable}='${value}' npm run deploy`),
      fallback: named((variable, value) => `export ${variable}="\${${variable}:-${value}}"`),
      'here document': named((variable, value) => `cat > .env <<EOF\nNAME=shop\n${variable}=${value}\nEOF`),
      'docker run': named((variable, value) => `docker run -e ${variable}='${value}' shop`),
      comment: named((variable, value) => `# ${variable}=${value}`),
      curl,
      command,
      'no name': ({ kind, value }) => (kind.shows ? `./connect.sh '${value}'` : undefined),
    },
  },
  dotenv: {
    '.env': {
      plain: named((variable, value) => `NAME=shop\n${variable}=${value}`),
      quoted: named((variable, value) => `NAME=shop\n${variable}="${value}"`),
      export: named((variable, value) => `export ${variable}='${value}'`),
      'commented out': named((variable, value) => `NAME=shop\n# ${variable}=${value}`),
    },
    '.dev.vars': { '.dev.vars': named((variable, value) => `${variable}="${value}"`) },
  },
  YAML: {
    '.github/workflows/deploy.yml': {
      'environment of a workflow': named((variable, value) => `on: push\nenv:\n  ${variable}: "${value}"`),
      'environment of a step': named(
        (variable, value) =>
          `jobs:\n  deploy:\n    steps:\n      - run: npm run deploy\n        env:\n          ${variable}: ${JSON.stringify(value).replaceAll('\\\\', '\\')}`,
      ),
      script: named((variable, value) => `jobs:\n  deploy:\n    steps:\n      - run: |\n          export ${variable}='${value}'`),
      'curl in a script': withCurl((script) => `jobs:\n  deploy:\n    steps:\n      - run: |\n          ${script}`),
    },
    'compose.yaml': {
      'environment of a service': named((variable, value) => `services:\n  shop:\n    environment:\n      ${variable}: '${value}'`),
      'list of environment variables': named((variable, value) => `services:\n  shop:\n    environment:\n      - "${variable}=${value}"`),
      comment: named((variable, value) => `services:\n  # ${variable}: ${value}\n  shop: {}`),
      command: ({ kind, value }) => kind.command && `services:\n  shop:\n    command: "${kind.command(value)}"`,
    },
    'secret.yaml': {
      'stringData of Kubernetes': named(
        (variable, value) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  ${variable}: "${value}"`,
      ),
      'data of Kubernetes': named(
        (variable, value) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  ${variable}: ${base64(value)}`,
      ),
      'env of a container': named(
        (variable, value) =>
          `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: shop\n      env:\n        - name: ${variable}\n          value: "${value}"`,
      ),
    },
  },
  JSON: {
    'wrangler.jsonc': { vars: named((variable, value) => `{ "name": "shop", "vars": { "${variable}": "${value}" } }`) },
    'package.json': {
      script: named((variable, value) => `{ "name": "shop", "scripts": { "deploy": "${variable}=${value} npm run build" } }`),
    },
    'settings.json': {
      property: named((variable, value) => `{ "name": "shop", "${variable.toLowerCase()}": "${value}" }`),
      environment: named((variable, value) => `{ "containerEnv": { "NAME": "shop", "${variable}": "${value}" } }`),
    },
    'settings.jsonc': { comment: named((variable, value) => `{\n  // ${variable}=${value}\n  "name": "shop"\n}`) },
  },
  TOML: {
    'wrangler.toml': {
      vars: named((variable, value) => `name = "shop"\n[vars]\n${variable} = "${value}"`),
      'vars of an environment': named((variable, value) => `name = "shop"\n[env.production]\nvars = { ${variable} = "${value}" }`),
      comment: named((variable, value) => `name = "shop"\n# ${variable} = "${value}"`),
    },
    'netlify.toml': { environment: named((variable, value) => `[build.environment]\n${variable} = "${value}"`) },
  },
  Terraform: {
    'main.tf': {
      provider: ({ kind, value }) => kind.provider && `provider "cloudflare" {\n  ${kind.provider} = "${value}"\n}`,
      'default of a variable': named((variable, value) => `variable "${variable.toLowerCase()}" {\n  default = "${value}"\n}`),
      local: named((variable, value) => `locals {\n  ${variable.toLowerCase()} = "${value}"\n}`),
      'environment of a function': named(
        (variable, value) =>
          `resource "aws_lambda_function" "shop" {\n  environment {\n    variables = { ${variable} = "${value}" }\n  }\n}`,
      ),
      'binding of a Worker': named(
        (variable, value) =>
          `resource "cloudflare_workers_script" "shop" {\n  bindings = [{ type = "plain_text", name = "${variable}", text = "${value}" }]\n}`,
      ),
      comment: named((variable, value) => `# ${variable.toLowerCase()} = "${value}"`),
    },
    'terraform.tfvars': { tfvars: named((variable, value) => `${variable.toLowerCase()} = "${value}"`) },
  },
  Dockerfile: {
    Dockerfile: {
      ENV: named((variable, value) => `FROM node:20\nENV ${variable}="${value}"`),
      'ENV without =': named((variable, value) => `FROM node:20\nENV ${variable} ${value.replaceAll('\n', ' ')}`),
      ARG: named((variable, value) => `FROM node:20\nARG ${variable}="${value}"`),
      RUN: named((variable, value) => `FROM node:20\nRUN ${variable}='${value}' npm run deploy`),
      'curl in RUN': withCurl((script) => `FROM node:20\nRUN ${script}`),
      CMD: ({ kind, value }) => kind.command && `FROM node:20\nCMD ${kind.command(`'${value}'`)}`,
      comment: named((variable, value) => `FROM node:20\n# ENV ${variable}=${value}`),
    },
  },
  ini: {
    'cloudflare.ini': {
      certbot: ({ kind, value }) => kind.certbot && `${kind.certbot} = ${value}`,
      setting: named((variable, value) => `[shop]\n${variable.toLowerCase()} = ${value}`),
      quoted: named((variable, value) => `[shop]\n${variable} = "${value}"`),
      comment: named((variable, value) => `[shop]\n; ${variable.toLowerCase()} = ${value}`),
    },
  },
  Markdown: {
    'README.md': {
      'fence of shell': named((variable, value) => `# Shop\n\n\`\`\`sh\nexport ${variable}='${value}'\n\`\`\``),
      'fence of TypeScript': named((variable, value) => `# Shop\n\n\`\`\`ts\nprocess.env.${variable} = '${value}';\n\`\`\``),
      'fence of dotenv': named((variable, value) => `# Shop\n\n\`\`\`dotenv\n${variable}=${value}\n\`\`\``),
      'fence without a language': named((variable, value) => `# Shop\n\n\`\`\`\n${variable}=${value}\n\`\`\``),
      'inline code': named((variable, value) => `Set \`${variable}=${value}\` first.`),
      prose: named((variable, value) => `- ${variable}: ${value}`),
      'curl in a fence': withCurl((script) => `# Shop\n\n\`\`\`sh\n${script}\n\`\`\``),
    },
  },
};
