/** What turns off the verification of certificates in other languages than JavaScript. */
import { describe, expect, it } from 'vitest';
import { cleartext } from '../../../src/facts/requests/transport/cleartext.js';
import { readByPath } from '../../../src/languages/register.js';

/** What is reported of a program that asks Cloudflare. */
function insecure(path: string, text: string): readonly string[] {
  const { file } = readByPath(text, path);
  return cleartext(file).flatMap(({ why, at }) => (why === 'certificate' ? [file.text.slice(at.start, at.end)] : []));
}

const zones = 'https://api.cloudflare.com/client/v4/zones';
const asked = `import requests\nsession = requests.Session()\nsession.get("${zones}")\n`;
const php = `<?php\n$c = curl_init('${zones}');\n`;
const net = `var zones = await client.GetAsync("${zones}");\n`;
const ruby = `require 'net/http'\nhttp = Net::HTTP.new('api.cloudflare.com', 443)\n`;
const rust = `let zones = "${zones}";\n`;
const ansible = (more: string): string => `- hosts: all\n  tasks:\n    - ansible.builtin.uri:\n        url: ${zones}\n        ${more}\n`;

describe('verification is off', () => {
  it.each([
    ['a.py', `${asked}session.verify = False\n`, 'session.verify = False'],
    ['a.py', `import requests\nrequests.get("${zones}", verify=False)\n`, 'verify=False'],
    ['a.py', `import requests\nrequests.get("${zones}", verify=False if local else True)\n`, 'verify=False if local else True'],
    ['a.py', `${asked}context = ssl._create_unverified_context()\n`, 'ssl._create_unverified_context()'],
    ['a.py', `${asked}pool = urllib3.PoolManager(cert_reqs=ssl.CERT_NONE)\n`, 'cert_reqs=ssl.CERT_NONE'],
    ['a.py', `${asked}pool = urllib3.PoolManager(cert_reqs="CERT_NONE")\n`, 'cert_reqs="CERT_NONE"'],
    ['a.php', `${php}curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false);\n`, 'curl_setopt($c, CURLOPT_SSL_VERIFYPEER, false)'],
    ['a.php', `${php}curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 0);\n`, 'curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 0)'],
    ['a.rb', `${ruby}http.verify_mode = OpenSSL::SSL::VERIFY_NONE\n`, 'http.verify_mode = OpenSSL::SSL::VERIFY_NONE'],
    ['a.ex', `HTTPoison.get("${zones}", [], ssl: [verify: :verify_none])\n`, 'verify: :verify_none'],
    ['a.ex', `HTTPoison.get("${zones}", [], hackney: [:insecure])\n`, 'hackney: [:insecure]'],
    ['a.rs', `${rust}let client = Client::builder().danger_accept_invalid_certs(true).build()?;\n`, 'danger_accept_invalid_certs(true)'],
    [
      'a.java',
      `var zones = "${zones}";\nvar c = HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build();\n`,
      'setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE)',
    ],
    ['a.java', `var zones = "${zones}";\nvar v = new NoopHostnameVerifier();\n`, 'NoopHostnameVerifier()'],
    [
      'a.cs',
      `${net}handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;\n`,
      'handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator',
    ],
    ['a.yml', ansible('validate_certs: false'), 'validate_certs: false'],
    ['a.yml', ansible('validate_certs: no'), 'validate_certs: no'],
    ['a.toml', `[[inputs.http]]\nurls = ["${zones}"]\ninsecure_skip_verify = true\n`, 'insecure_skip_verify = true'],
  ])('%s: %s', (path, text, expected) => {
    expect(insecure(path, text)).toEqual([expected]);
  });
});

describe('verification is not off', () => {
  it.each([
    ['a.py', `${asked}session.verify = True\n`],
    ['a.py', `${asked}session.verify = bundle\n`],
    ['a.py', `${asked}session.verify = "off"\n`],
    ['a.py', `${asked}session.verifies = False\n`],
    ['a.py', `import requests\nrequests.get("${zones}", verify=True if local else None)\n`],
    ['a.py', `${asked}ssl.create_default_context()\n`],
    ['a.php', `${php}curl_setopt($c, CURLOPT_SSL_VERIFYPEER, true);\n`],
    ['a.php', `${php}curl_setopt($c, CURLOPT_RETURNTRANSFER, false);\n`],
    ['a.php', `${php}show($c, false, CURLOPT_SSL_VERIFYPEER);\n`],
    ['a.rb', `${ruby}http.verify_mode = OpenSSL::SSL::VERIFY_PEER\n`],
    ['a.ex', `HTTPoison.get("${zones}", [], hackney: [:basic])\n`],
    ['a.rs', `${rust}let client = Client::builder().danger_accept_invalid_certs(false).build()?;\n`],
    ['a.rs', `${rust}let client = builder.danger_accept_invalid_certs(true, why).build()?;\n`],
    ['a.java', `var zones = "${zones}";\nvar c = HttpClients.custom().setSSLHostnameVerifier(Own.INSTANCE).build();\n`],
    ['a.yml', ansible('validate_certs: true')],
    ['a.yml', `- url: https://a.example/\n  validate_certs: false\n- link: ${zones}\n  validate_certs: false\n`],
  ])('%s: %s', (path, text) => {
    expect(insecure(path, text)).toEqual([]);
  });
});
