/** How programs are handed secrets by functions: which functions, and where these are told which secret. */

export interface SecretReader {
  readonly functions: RegExp;
  /** The option that names the secret; without one it is the first argument. */
  readonly option?: string;
  /** Whose function it is, where its name alone is ambiguous. */
  readonly owner?: RegExp;
}

/** Sources: the packages themselves, in the versions named. */
export const secretReaders: readonly SecretReader[] = [
  // @actions/core 2
  { functions: /^getInput$/ },
  // @pulumi/pulumi 3, effect 3
  { functions: /^(?:require|get)Secret$/ },
  { functions: /^(?:string|nonEmptyString|secret|redacted)$/, owner: /^config$/i },
  // @azure/keyvault-secrets 4, @aws-lambda-powertools/parameters 2, @google-cloud/secret-manager 6
  { functions: /^getSecret$/ },
  { functions: /^accessSecretVersion$/, option: 'name' },
  // @aws-sdk/client-secrets-manager 3, @aws-sdk/client-ssm 3, aws-sdk 2
  { functions: /^(?:GetSecretValueCommand|getSecretValue)$/, option: 'SecretId' },
  { functions: /^(?:GetParameterCommand|getParameter)$/, option: 'Name' },
  // node-vault 0.10
  { functions: /^read$/, owner: /vault/i },
];

/** What stands around the name of a secret in the full names that clouds have for one. */
const around = [
  /^arn:aws[\w-]*:secretsmanager:[^:]*:[^:]*:secret:(?<name>.+?)(?:-[A-Z\d]{6})?$/i,
  /^arn:aws[\w-]*:ssm:[^:]*:[^:]*:parameter\/(?<name>.+)$/,
  /^projects\/[^/]*\/secrets\/(?<name>[^/]+)(?:\/versions\/[^/]+)?$/,
];

/** The name of a secret, without what a cloud writes around it. */
export function secretName(full: string): string {
  for (const form of around) {
    const name = form.exec(full)?.groups?.['name'];
    if (name !== undefined) return name;
  }
  return full;
}

/**
 * Functions that are given the name of a secret, by their last names: alone, or in one of the options below.
 *
 * Sources: the documentation of @aws-sdk/client-secrets-manager and client-ssm (and aws-sdk 2), @google-cloud/secret-manager,
 * @azure/keyvault-secrets, node-vault, @dopplerhq/node-sdk, @infisical/sdk, @1password/sdk, astro:env, effect; November 2026.
 */
export const namingReaders =
  /^(?:accessSecretVersion|resolve|env|string|secret|config|nonEmptyString|(?:get|require|must|read|fetch|load)\w*)$/i;

export const secretOptions: readonly string[] = ['SecretId', 'Name', 'name', 'secretName', 'secretId', 'path', 'key'];

/** Members of what such a function gives that are the secret itself. */
export const secretMembers =
  /^(?:SecretString|SecretBinary|Parameter\.Value|(?:0\.)?payload\.data|value|secretValue|value\.(?:raw|computed)|raw|computed|stdout)$/;

/** Functions whose result has secrets under their own names: parsed files and answers of stores, checked environments. */
export const openers =
  /^(?:parse|parseEnv|loadEnv|cleanEnv|createEnv|useRuntimeConfig|read\w*|Read|get\w*|config|parse_(?:known_)?args|dotenv_values|Dynaconf|LazySettings|Flask|Quart|loads?|safe_load)$/;

/** Methods of clients of HashiCorp's Vault that give all there is under a way. Sources: node-vault 0.10, hashi-vault-js 0.4. */
export const vaultReaders = /^(?:read|readKVSecret|get|kvRead)$/;

/** Commands that print a secret, each with the way to it behind. */
export const secretCommands =
  /^\s*(?:op (?:read|item get)|doppler secrets get|infisical secrets get|vault (?:kv get|read)|gcloud secrets versions access|aws (?:secretsmanager get-secret-value|ssm get-parameter)|az keyvault secret show|pass(?: show)?|security find-generic-password)\s/;

/**
 * Functions that check an environment by a schema that names its variables, and give it.
 * Sources: zod, valibot, envalid, @t3-oss/env-core, znv, env-var, joi, superstruct, arktype, runtypes, @sinclair/typebox, effect, envsafe, November 2026.
 */
export const environmentCheckers =
  /^(?:(?:safe)?[pP]arse(?:Async|Env|Sync)?|cleanEnv|createEnv|envsafe|validate(?:Sync|Async)?|attempt|assert|check|create|[dD]ecode(?:UnknownSync|Unknown|Sync)?|load)$/;

/** Modules that check what is given to their default export, or to what they make. */
export const checkingModules = /^(?:arktype|env-schema)$/;

/** Keys of tables in which the variables are named. */
export const schemaKeys: ReadonlySet<string> = new Set(['server', 'shared', 'schema', 'properties', 'shape', 'vars']);

/** Members of what they give in which the environment is. */
export const checkedMembers = /^(?:data|output|value)?$/;

/** Functions that run a command and give what it prints. */
export const commandRunners = /^(?:exec|execSync|execFileSync|execaCommand|execaCommandSync|getExecOutput|\$)$/;
