/** Functions that return secrets, and the arguments that name the secret. */

export interface SecretReader {
  readonly functions: RegExp;
  /** The option that names the secret; without one it is the first argument. */
  readonly option?: string;
  /** The object that it is a method of, if its name alone is ambiguous. */
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

/** Fully qualified names of secrets in cloud providers. */
const around = [
  /^arn:aws[\w-]*:secretsmanager:[^:]*:[^:]*:secret:(?<name>.+?)(?:-[A-Z\d]{6})?$/i,
  /^arn:aws[\w-]*:ssm:[^:]*:[^:]*:parameter\/(?<name>.+)$/,
  /^projects\/[^/]*\/secrets\/(?<name>[^/]+)(?:\/versions\/[^/]+)?$/,
];

/** Extracts the plain name of a secret from a fully qualified one. */
export function secretName(full: string): string {
  for (const form of around) {
    const name = form.exec(full)?.groups?.['name'];
    if (name !== undefined) return name;
  }
  return full;
}

/**
 * Functions that take the name of a secret, as an argument or in one of the options below. Matches their last names.
 *
 * Sources: the documentation of @aws-sdk/client-secrets-manager and client-ssm (and aws-sdk 2), @google-cloud/secret-manager,
 * @azure/keyvault-secrets, node-vault, @dopplerhq/node-sdk, @infisical/sdk, @1password/sdk, astro:env, effect, @nestjs/common, tsyringe; November 2026.
 */
export const namingReaders =
  /^(?:accessSecretVersion|resolve|inject|env|string|secret|config|nonEmptyString|(?:get|require|must|read|fetch|load)\w*)$/i;

export const secretOptions: readonly string[] = ['SecretId', 'Name', 'name', 'secretName', 'secretId', 'path', 'key'];

/** Members of such a function's result that are the secret itself. */
export const secretMembers =
  /^(?:SecretString|SecretBinary|Parameter\.Value|(?:0\.)?payload\.data|value|secretValue|value\.(?:raw|computed)|raw|computed|stdout)$/;

/** Functions whose result is an object with secrets under their own names: parsed files, responses of stores, validated environments. */
export const openers =
  /^(?:parse|parseEnv|loadEnv|cleanEnv|createEnv|useRuntimeConfig|read\w*|Read|get\w*|config|parse_(?:known_)?args|dotenv_values|Dynaconf|LazySettings|Flask|Quart|loads?|safe_load)$/;

/** Methods of HashiCorp Vault clients that return everything under a path. Sources: node-vault 0.10, hashi-vault-js 0.4. */
export const vaultReaders = /^(?:read|readKVSecret|get|kvRead|read_secret(?:_version)?)$/;

/** Commands that print a secret, followed by its path. */
export const secretCommands =
  /^\s*(?:op (?:read|item get)|doppler secrets get|infisical secrets get|vault (?:kv get|read)|gcloud secrets versions access|aws (?:secretsmanager get-secret-value|ssm get-parameter)|az keyvault secret show|pass(?: show)?|security find-generic-password)\s/;

/**
 * Functions that validate an environment against a schema that names its variables, and return it.
 * Sources: zod, valibot, envalid, @t3-oss/env-core, znv, env-var, joi, superstruct, arktype, runtypes, @sinclair/typebox, effect, envsafe, November 2026.
 */
export const environmentCheckers =
  /^(?:(?:safe)?[pP]arse(?:Async|Env|Sync)?|cleanEnv|createEnv|envsafe|validate(?:Sync|Async)?|attempt|assert|check|create|[dD]ecode(?:UnknownSync|Unknown|Sync)?|load)$/;

/** Modules whose default export validates its argument, or returns a function that does. */
export const checkingModules = /^(?:arktype|env-schema)$/;

/** Keys of tables whose keys are the names of variables. */
export const schemaKeys: ReadonlySet<string> = new Set(['server', 'shared', 'schema', 'properties', 'shape', 'vars']);

/** Members of their result that are the environment. */
export const checkedMembers = /^(?:data|output|value)?$/;

/** Functions that run a command and return its output. */
export const commandRunners = /^(?:exec|execSync|execFileSync|execaCommand|execaCommandSync|getExecOutput|\$)$/;
