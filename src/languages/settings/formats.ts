/** Formats of settings files. */
import type { Format } from './format.js';

const hash = /#/y;
const equals = /\s*=\s*/y;

export const formats = {
  properties: {
    files: ['**/*.{properties,prop}'],
    fences: ['properties'],
    comment: /[#!]/y,
    separator: /\s*[=:]\s*|[^\S\n]+/y,
    continuation: '\\',
  },
  nginx: {
    files: [
      '**/nginx/**/*.conf',
      '**/nginx*.conf',
      '**/{sites-available,sites-enabled}/*',
      '**/{haproxy,varnish}*.{cfg,conf,vcl}',
      '**/*.vcl',
    ],
    fences: ['nginx'],
    comment: hash,
    words: true,
    trailing: /\s#/,
  },
  caddyfile: {
    files: ['**/{Caddyfile,Caddyfile.*}', '**/*.caddyfile', '**/*.caddy'],
    fences: ['caddy', 'caddyfile'],
    comment: hash,
    words: true,
    trailing: /\s#/,
    variables: /\{(?:\$|env\.)(\w+)(?::[^{}]*)?\}|\{%(\w+)%\}/g,
  },
  systemd: {
    files: ['**/*.{service,socket,timer,mount,container,pod}', '**/systemd/**/*.conf'],
    fences: ['systemd', 'service'],
    comment: /[#;]/y,
    separator: equals,
    before: /Environment\s*=\s*(?=["']?\w+=)/y,
    environment: 'behind a word',
    several: /["']\s{1,200}["']?(?=\w{1,60}=)|(?<=^[^\s"']{0,500})\s{1,200}["']?(?=\w{1,60}=)/,
    continuation: '\\',
    scripts: /^Exec\w*$/,
  },
  make: {
    files: ['**/{Makefile,makefile,GNUmakefile}', '**/*.{mk,mak,make}'],
    fences: ['make', 'makefile'],
    comment: hash,
    trailing: /\s#/,
    separator: /\s*[:?+!]{0,3}=\s*/y,
    before: /(?:(?:export|override|define)\s+)+/y,
    environment: true,
    continuation: '\\',
    commands: /\t[@+-]*/y,
    dollar: '$$',
    // `$$NAME` is a variable of the shell; a script that assigns it is not told apart from the environment.
    variables: /\$[({](?:env:)?(\w+)[)}]|\$\$\{?([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)\}?/g,
  },
  just: {
    files: ['**/{justfile,Justfile,.justfile}', '**/*.just'],
    fences: ['just', 'justfile'],
    comment: hash,
    separator: /\s*:=\s*/y,
    before: /(?:export|set)\s+/y,
    environment: true,
    continuation: '\\',
    commands: /(?: {2,}|\t)[@-]*/y,
    // https://just.systems/man/en/functions.html#environment-variables
    variables:
      /\{\{\s*(\w+)\s*\}\}|\{\{\s*env(?:_var(?:_or_default)?)?\(\s*["'](\w+)["'][^(){}\n]*\)\s*\}\}|\benv(?:_var(?:_or_default)?)?\(\s*["'](\w+)["'][^()\n]*\)/g,
  },
  procfile: {
    files: ['**/{Procfile,Procfile.*}'],
    comment: hash,
    separator: /:\s+/y,
    scripts: /./,
  },
  crontab: {
    files: ['**/{crontab,cron.d/*,*.cron,*.crontab,cronjobs}', '**/cron/*'],
    fences: ['cron', 'crontab'],
    comment: hash,
    separator: equals,
    environment: true,
    // In the crontab of the system, a user name precedes the command.
    commands:
      /(?:@\w+|(?:[\d*,/A-Z-]+\s+){5})\s*(?:(?!(?:echo|printf|logger)\b)[a-z_][\w-]{0,31}\s+(?=\.?\/|(?:ba|z)?sh\s|curl\s|wget\s|cd\s|env\s|flock\s|test\s|\[\s|python3?\s|php\s|node\s|npx\s))?/iy,
  },
  // A command may have been broken off: the next one begins anew.
  history: {
    files: ['**/.{bash,zsh,sh,ksh,ash}_history', '**/.{history,histfile,zhistory}'],
    comment: /#(?=\d+$|[ \t]{0,9}eslint\b)/my,
    commands: /(?:: \d{9,11}:\d+;)?/y,
    apart: true,
  },
  batch: {
    files: ['**/*.{bat,cmd,btm}'],
    fences: ['bat', 'batch', 'cmd', 'dosbatch'],
    comment: /(?:@?rem\b|::)/iy,
    separator: /=|[^\S\n]+/y,
    before: /@?\s*(?:set(?:\s+\/a)?\s+(?=["']?\w+=)|setx\s+)/iy,
    trailing: /\s\/[ms]\b/i,
    environment: true,
    continuation: '^',
    commands: /@?\s*/y,
    variables: /%(\w+)%|!(\w+)!/g,
  },
  fish: {
    files: ['**/*.fish'],
    interpreter: /\bfish/,
    comment: hash,
    trailing: /\s#/,
    separator: /[^\S\n]+/y,
    before: /set(?:\s+-[\w-]+)*\s+(?=[A-Za-z_]\w*\s+\S)/y,
    environment: 'behind a word',
    continuation: '\\',
    skips: /(?:function|end|for|switch|case|begin|else$)\b/y,
    commands: /\s*(?:(?:and|or|not|if|else|while)\s+)*/y,
    substitution: true,
  },
  netrc: {
    files: ['**/{.netrc,_netrc,netrc}', '**/*.netrc'],
    comment: hash,
    separator: /[^\S\n]+/y,
    begins: /^(?:machine|default)$/,
    several: /(?<!\s)\s+(?=(?:login|account|password|port)\s)/,
  },
  conf: {
    files: [
      '**/*.{conf,cfg,cnf,inf,rc,reg,curlrc}',
      '**/.{s3cfg,boto,pypirc,gitconfig,npmrc,yarnrc,curlrc,wgetrc,pgpass,my.cnf,editorconfig}',
      '**/{config,credentials}',
      '**/*.{desktop,url,pref,prefs,settings,secret,secrets,token,creds,credentials,key}',
    ],
    ignores: ['**/.git/**', '**/nginx/**', '**/nginx*.conf', '**/{haproxy,varnish}*', '**/systemd/**'],
    fences: ['conf', 'cfg', 'config', 'apache', 'apacheconf'],
    comment: /[#;]|\/\//y,
    trailing: /\s[#;]/,
    separator: /\s*[=:]\s*/y,
    before: /(?:export|set|SetEnv|PassEnv)\s+/y,
    words: true,
    several: /,[\s\\]*(?=[\w-]{1,60}=)/,
    continuation: '\\',
    scripts: /^(?:action\w*|command|exec\w*|run|cmd|(?:pre|post)\w*(?:hook|cmd|command))$/i,
  },
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
