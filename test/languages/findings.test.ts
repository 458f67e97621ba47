/** What is found in programs and files of each language, by what the line says. */
import { expect, it } from 'vitest';
import { found } from './found.js';

type Case = readonly [name: string, path: string, body: string, ...expected: readonly string[]];

const exposed = 'no-credential-exposure';

const programs: readonly Case[] = [
  [
    'a member of a bot that is handed on',
    'bot.py',
    'import os, discord\nasync def show(interaction: discord.Interaction):\n    await interaction.response.send_message(os.environ["CF_API_TOKEN"])',
    `3 ${exposed}`,
  ],
  [
    'a message of a bot',
    'bot.py',
    'import telegram\nasync def show(update: telegram.Update, context):\n    await update.message.reply_text("ready")',
  ],
  [
    'what is sent without a bot',
    'queue.py',
    'import os, pika\nasync def show(channel: pika.Channel):\n    channel.send(os.environ["CF_API_TOKEN"])',
  ],
  [
    'text functions of PHP',
    'show.php',
    "<?php\necho rtrim(getenv('CF_API_TOKEN'), \"\\n\");\necho strlen(getenv('CF_API_TOKEN'));",
    `2 ${exposed}`,
  ],
  [
    'a value that must not be null',
    'Main.kt',
    'val token = requireNotNull(System.getenv("CF_API_TOKEN"))\nprintln(token)\nprintln(token.length)',
    `2 ${exposed}`,
  ],
  [
    'an account of Pulumi in Go',
    'main.go',
    'package p\nimport "github.com/pulumi/pulumi-cloudflare/sdk/v6/go/cloudflare"\nimport "github.com/pulumi/pulumi/sdk/v3/go/pulumi"\nfunc f(ctx *pulumi.Context) error {\n_, err := cloudflare.NewAccount(ctx, "a", &cloudflare.AccountArgs{\nName: pulumi.String("a"),\nEnforceTwofactor: pulumi.Bool(false),\n})\nreturn err\n}',
    '7 require-two-factor',
  ],
  [
    'a token of Pulumi in Go',
    'main.go',
    'package p\nimport "github.com/pulumi/pulumi-cloudflare/sdk/v6/go/cloudflare"\nfunc f(ctx *pulumi.Context) error {\n_, err := cloudflare.NewAccountToken(ctx, "a", &cloudflare.AccountTokenArgs{\nExpiresOn: pulumi.String(end),\nCondition: &cloudflare.AccountTokenConditionArgs{RequestIp: &cloudflare.AccountTokenConditionRequestIpArgs{Ins: pulumi.ToStringArray(cidrs)}},\n})\nreturn err\n}',
  ],
  [
    'a token that has just been made',
    'main.go',
    'package p\nimport cf "github.com/cloudflare/cloudflare-go/v4"\nfunc f() {\nc := cf.NewClient()\nmade, err := c.Accounts.Tokens.Value.Update(ctx, "a", params)\nif err != nil {\npanic(err)\n}\nfmt.Println(*made)\n}',
    `9 ${exposed}`,
  ],
  [
    'a function that finds every certificate good',
    'Client.cs',
    'var handler = new HttpClientHandler();\nhandler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => true;\nvar zones = new Uri("https://api.cloudflare.com/client/v4/zones");',
    '2 require-https',
  ],
  [
    'a function that looks at certificates',
    'Client.cs',
    'var handler = new HttpClientHandler();\nhandler.ServerCertificateCustomValidationCallback = (m, c, chain, errors) => errors == SslPolicyErrors.None;\nvar zones = new Uri("https://api.cloudflare.com/client/v4/zones");',
  ],
  [
    'a client that finds every certificate good',
    'client.dart',
    "void f(HttpClient client) {\nclient.badCertificateCallback = (certificate, host, port) => true;\nclient.getUrl(Uri.parse('https://api.cloudflare.com/client/v4/zones'));\n}",
    '2 require-https',
  ],
];

it.each(programs.map((row) => [row[0], row] as const))('%s', (_, [, path, body, ...expected]) => {
  expect(found(path, `${comment(path)} Cloudflare\n${body}\n`)).toEqual(expected);
});

/** What a comment begins with. */
function comment(path: string): string {
  if (path.endsWith('.php')) return 'Page of';
  return /\.(?:py|rb|sh|ya?ml|R|pl|conf)$/.test(path) ? '#' : '//';
}
