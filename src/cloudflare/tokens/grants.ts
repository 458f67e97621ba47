/** How tokens are created and accounts configured: by which calls, resources, requests and types, and with which property names. */
import { api, camelCase, go, pulumi, pulumiPython, terraform, type Wording } from './wordings.js';

/** What is created or updated. */
export interface Subject {
  readonly makes: 'token' | 'service-token' | 'account';
  readonly action: 'create' | 'update';
  readonly words: Wording;
}

/** A method of npm `cloudflare`, below the client. */
export interface Method extends Subject {
  readonly path: RegExp;
  /** Position of the body; if several are given, the first argument that is a table. */
  readonly body: readonly number[];
}

const token = { makes: 'token', action: 'create', words: api } as const;
const account = { makes: 'account', action: 'create', words: api } as const;

/** Source: cloudflare 3.5, 4.5, 5.2, 6.5, 7.3. */
export const methods: readonly Method[] = [
  { ...token, path: /(?:^|\.)(?:user|accounts)\.tokens\.create$/, body: [0] },
  { ...token, path: /(?:^|\.)(?:user|accounts)\.tokens\.update$/, body: [1], action: 'update' },
  { ...token, path: /(?:^|\.)zeroTrust\.access\.serviceTokens\.create$/, body: [0], makes: 'service-token' },
  { ...token, path: /(?:^|\.)zeroTrust\.access\.serviceTokens\.update$/, body: [1], makes: 'service-token', action: 'update' },
  // Accounts have no settings at creation. Address maps also have accounts.
  { ...account, path: /(?:^|\.)(?<!addressMaps\.)accounts\.update$/, body: [0, 1], action: 'update' },
];

/** A function of a library in another language, where the table spells the API's names in its own way. */
export interface GrantFunction extends Subject {
  readonly languages: readonly string[];
  /** The package that contains it, if its name alone is ambiguous. */
  readonly modules?: RegExp;
  readonly called: RegExp;
  readonly body: number;
  /** Whether it declares a desired state. */
  readonly declared?: true;
}

/** Options of cloudflare-go's calls that replace the request's body, or change members of it. Source: its package `option`, version 6.2. */
export const bodyOptions = /^With(?:RequestBody|JSONSet|JSONDel)$/;

const pulumiGo = /^go:github\.com\/pulumi\/pulumi-cloudflare\//;

/** Source: cloudflare-go 0.115, 4.6, 6.2; pulumi-cloudflare 6.10 for Go, whose fields are those for Python in capitals. */
export const functions: readonly GrantFunction[] = [
  { ...token, languages: ['go'], called: /(?:^|\.)CreateAPIToken$/, body: 1 },
  { ...token, languages: ['go'], called: /(?:^|\.)(?:User|Accounts)\.Tokens\.New$/, body: 1 },
  { ...token, languages: ['go'], called: /(?:^|\.)UpdateAPIToken$/, body: 2, action: 'update' },
  {
    ...account,
    words: go,
    languages: ['go'],
    called: /(?:^|\.)(?:UpdateAccount|(?<!AddressMaps\.)Accounts\.Update)$/,
    body: 2,
    action: 'update',
  },
  { ...account, words: go, languages: ['go'], called: /(?:^|\.)(?<!AddressMaps\.)Accounts\.Update$/, body: 1, action: 'update' },
  {
    ...token,
    words: pulumiPython,
    languages: ['go'],
    modules: pulumiGo,
    called: /^New(?:ApiToken|AccountToken)$/,
    body: 2,
    declared: true,
  },
  {
    ...token,
    words: pulumiPython,
    languages: ['go'],
    modules: pulumiGo,
    called: /^New(?:ZeroTrust)?AccessServiceToken$/,
    body: 2,
    makes: 'service-token',
    declared: true,
  },
  { ...account, words: pulumiPython, languages: ['go'], modules: pulumiGo, called: /^NewAccount$/, body: 2, declared: true },
];

/** An operation of the API. */
export interface Operation extends Subject {
  readonly method: string;
  readonly path: RegExp;
}

/** Source: Cloudflare's OpenAPI description of 2026-08-17. */
export const operations: readonly Operation[] = [
  { ...token, method: 'POST', path: /^\/(?:user|accounts\/[^/]+)\/tokens\/?$/ },
  { ...token, method: 'PUT', path: /^\/(?:user|accounts\/[^/]+)\/tokens\/[^/]+\/?$/, action: 'update' },
  { ...token, method: 'POST', path: /^\/(?:accounts|zones)\/[^/]+\/access\/service_tokens\/?$/, makes: 'service-token' },
  {
    ...token,
    method: 'PUT',
    path: /^\/(?:accounts|zones)\/[^/]+\/access\/service_tokens\/[^/]+\/?$/,
    makes: 'service-token',
    action: 'update',
  },
  // POST /accounts only takes a name, a type and a unit.
  { ...account, method: 'PUT', path: /^\/accounts\/[^/]+\/?$/, action: 'update' },
];

/** A class or function of a library that declares a desired state. */
export interface Resource extends Subject {
  /** Modules that export it; `member`: its dotted name there. */
  readonly modules: RegExp;
  readonly member: RegExp;
  readonly arguments: number;
}

const pulumiModule = /^@pulumi\/cloudflare(?:\/|$)/;
const pulumiPythonModule = /^py:pulumi_cloudflare$/;
const cdktfModule = /^@cdktf\/provider-cloudflare(?:\/|$)|(?:^|\/)\.gen\/providers\/cloudflare/;
const alchemyModule = /^alchemy\/cloudflare$/i;

const terraformModule = /^terraform$/;

/** Globals that provide such a module. https://sst.dev/docs/all-providers (SST 3) */
export const globalModules: Readonly<Record<string, string>> = { cloudflare: '@pulumi/cloudflare' };

/** The modules of the classes that Pulumi's YAML and Terraform's JSON name. */
export const pulumiPackage = '@pulumi/cloudflare';
export const terraformPackage = 'terraform';

/** Types in Pulumi's YAML: `cloudflare:ApiToken`, `cloudflare:index/apiToken:ApiToken`. https://www.pulumi.com/docs/iac/languages-sdks/yaml/yaml-language-reference/ */
export const pulumiType = /^cloudflare:(?:index(?:\/\w+)?:)?(\w+)$/;

/** The function of Pulumi's YAML that turns its argument into JSON. */
export const jsonKey = 'fn::toJSON';

/** Sources: @pulumi/cloudflare 5.49, 6.22; Terraform's provider 4 and 5.22; @cdktf/provider-cloudflare 13.9; alchemy 0.94 and 2.0 beta. */
export const resources: readonly Resource[] = [
  { ...token, words: pulumi, modules: pulumiModule, member: /(?:^|\.)(?:ApiToken|AccountToken)$/, arguments: 1 },
  {
    ...token,
    words: pulumi,
    modules: pulumiModule,
    member: /(?:^|\.)(?:ZeroTrust)?AccessServiceToken$/,
    arguments: 1,
    makes: 'service-token',
  },
  { ...account, words: pulumi, modules: pulumiModule, member: /(?:^|\.)Account$/, arguments: 1 },
  { ...token, words: pulumiPython, modules: pulumiPythonModule, member: /(?:^|\.)(?:ApiToken|AccountToken)$/, arguments: 1 },
  {
    ...token,
    words: pulumiPython,
    modules: pulumiPythonModule,
    member: /(?:^|\.)(?:ZeroTrust)?AccessServiceToken$/,
    arguments: 1,
    makes: 'service-token',
  },
  { ...account, words: pulumiPython, modules: pulumiPythonModule, member: /(?:^|\.)Account$/, arguments: 1 },
  { ...token, words: camelCase, modules: cdktfModule, member: /(?:^|\.)(?:ApiToken|AccountToken)$/, arguments: 2 },
  {
    ...token,
    words: camelCase,
    modules: cdktfModule,
    member: /(?:^|\.)(?:ZeroTrust)?AccessServiceToken$/,
    arguments: 2,
    makes: 'service-token',
  },
  { ...account, words: camelCase, modules: cdktfModule, member: /(?:^|\.)Account$/, arguments: 2 },
  { ...token, words: terraform, modules: terraformModule, member: /^resource\.cloudflare_(?:api|account)_token$/, arguments: 1 },
  {
    ...token,
    words: terraform,
    modules: terraformModule,
    member: /^resource\.cloudflare_(?:zero_trust_)?access_service_token$/,
    arguments: 1,
    makes: 'service-token',
  },
  { ...account, words: terraform, modules: terraformModule, member: /^resource\.cloudflare_account$/, arguments: 1 },
  { ...token, words: camelCase, modules: alchemyModule, member: /(?:^|\.)(?:AccountApiToken|UserApiToken)$/, arguments: 1 },
  { ...token, words: camelCase, modules: alchemyModule, member: /(?:^|\.)AccessServiceToken$/, arguments: 1, makes: 'service-token' },
];

/** A type annotation that shows what a table is for. */
export interface Declared extends Subject {
  /** Matches the module and the names in it, separated by slashes. */
  readonly type: RegExp;
}

/** Sources: those of the methods and resources. AI Search, Media over QUIC and others have different tokens, and address maps different accounts. */
export const types: readonly Declared[] = [
  { ...token, type: /^cloudflare\/(?=.*\b(?:user|accounts)\/).*\/TokenCreateParams$/i },
  { ...token, type: /^cloudflare\/(?=.*\b(?:user|accounts)\/).*\/TokenUpdateParams$/i, action: 'update' },
  { ...token, type: /^cloudflare\/(?:.+\/)?ServiceTokenCreateParams$/, makes: 'service-token' },
  { ...token, type: /^cloudflare\/(?:.+\/)?ServiceTokenUpdateParams$/, makes: 'service-token', action: 'update' },
  { ...account, type: /^cloudflare\/(?:.+\/)?AccountCreateParams$/ },
  { ...account, type: /^cloudflare\/(?:(?!address-?maps).)+\/AccountUpdateParams$/i, action: 'update' },
  { ...token, words: pulumi, type: /^@pulumi\/cloudflare\/(?:.+\/)?(?:ApiTokenArgs|AccountTokenArgs)$/ },
  { ...token, words: pulumi, type: /^@pulumi\/cloudflare\/(?:.+\/)?(?:ZeroTrust)?AccessServiceTokenArgs$/, makes: 'service-token' },
  { ...account, words: pulumi, type: /^@pulumi\/cloudflare\/(?:.+\/)?AccountArgs$/ },
];

/** Functions of infrastructure libraries that turn a table into JSON. */
export const jsonMakers = /(?:^|\.)(?:jsonStringify|jsonencode)$/;

/** Where all permission groups are listed: the SDK's method, the operation, and the functions of @pulumi/cloudflare 5 and 6. */
export const groupLists = {
  method: /(?:^|\.)tokens\.permissionGroups\.(?:list|get)$/,
  path: /\/tokens\/permission_groups\/?$/,
  module: pulumiModule,
  member: /(?:^|\.)get(?:Account)?ApiTokenPermissionGroups(?:List)?$/,
  /** Options that filter the list. */
  filters: ['name', 'scope'],
};

/** Members of such a response that hold all groups, or all of one kind. */
export const groupMembers = /^(?:result|results|zone|account|user|r2|permissions)$/;
