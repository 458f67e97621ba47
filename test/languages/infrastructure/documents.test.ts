/** What is found in files that stand in other files. */
import { expect, it } from 'vitest';
import { alphabets, characters, random } from '../../made-up/credentials.js';
import { found } from '../found.js';

const next = random(31);
const token = characters(40, alphabets.base62, next);
const key = characters(37, alphabets.hex, next);
const hardcoded = 'no-hardcoded-credentials';
const prefers = 'prefer-api-token';
const zones = 'https://api.cloudflare.com/client/v4/zones';

const issuer = (indent: string): string =>
  'apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nspec:\n  acme:\n    solvers:\n      - dns01:\n          cloudflare:\n            email: a@b.dev\n            apiKeySecretRef: { name: cf, key: key }'.replaceAll(
    /^/gm,
    indent,
  );

it.each([
  [
    'files of a ConfigMap',
    'ddns.yaml',
    `kind: ConfigMap\ndata:\n  Caddyfile: |\n    tls {\n      dns cloudflare ${token}\n    }\n  .env: |\n    CF_API_KEY=${key}\n  list.sh: |\n    curl -f ${zones} -H "X-Auth-Email: $E" -H "X-Auth-Key: $K"\n  notes: |\n    CF_API_KEY=later`,
    [`5 ${hardcoded}`, `8 ${prefers}`, `8 ${hardcoded}`, `10 ${prefers}`],
  ],
  [
    'the values of an Application of Argo CD',
    'app.yaml',
    'kind: Application\nspec:\n  source:\n    helm:\n      values: |\n        env:\n          - name: CF_API_KEY\n            valueFrom:\n              secretKeyRef: { name: cf, key: key }',
    [`7 ${prefers}`],
  ],
  [
    'files that cloud-init writes, and those in them',
    'cloud-init.yaml',
    `write_files:\n  - path: /root/cf.ini\n    content: |\n      dns_cloudflare_email = a@b.dev\n      dns_cloudflare_api_key = ${key}\n  - path: /boot/user.yaml\n    content: |\n      write_files:\n        - path: /opt/compose.yml\n          content: |\n            services:\n              dns:\n                image: traefik\n                environment:\n                  CF_API_KEY: \${CF_API_KEY}\nruncmd:\n  - >-\n    curl -f ${zones} -H "X-Auth-Email: $E" -H "X-Auth-Key: $K"`,
    [`5 ${prefers}`, `5 ${hardcoded}`, `15 ${prefers}`, `18 ${prefers}`],
  ],
  [
    'a file with lines that steer what is written',
    'cloud-config.yaml',
    'write_files:\n  - path: /opt/compose.yml\n    content: |\n      services:\n        dns:\n%{ if proxied ~}\n          ports: [80]\n%{ endif ~}\n          environment:\n            CF_API_KEY: ${cf_key}',
    [`10 ${prefers}`],
  ],
  [
    'objects and files of tasks',
    'roles/dns/tasks/main.yml',
    `- kubernetes.core.k8s:\n    definition: |\n${issuer('      ')}\n- copy:\n    dest: /root/cf.ini\n    content: |\n      dns_cloudflare_api_key = {{ cf_key }}`,
    [`11 ${prefers}`, `15 ${prefers}`],
  ],
  [
    'values and objects of Terraform',
    'main.tf',
    `resource "helm_release" "dns" {\n  values = [<<-EOT\n    env:\n      - name: CF_API_KEY\n        value: \${var.key}\n  EOT\n  ]\n}\nresource "kubectl_manifest" "issuer" {\n  yaml_body = <<-EOT\n${issuer('    ')}\n  EOT\n}\nresource "local_file" "hosts" {\n  filename = "hosts.txt"\n  content = "CF_API_KEY: \${var.key}"\n}`,
    [`4 ${prefers}`, `19 ${prefers}`],
  ],
  [
    'a variable under another name',
    'compose.yml',
    'services:\n  dns:\n    environment:\n      CF_API_KEY: ${CLOUDFLARE_API_KEY}',
    [`4 ${prefers}`],
  ],
  [
    'here-documents of scripts',
    'setup.sh',
    `cat > compose.yaml <<'EOF'\nservices:\n  dns:\n    image: oznu/cloudflare-ddns\n    environment:\n      - API_KEY=${token}\nEOF\ncat <<EOF | sudo tee provider.tf\nprovider "cloudflare" {\n  api_key = var.key\n}\nEOF\nkubectl apply -f - <<EOF\n${issuer('')}\nEOF\ncat <<EOF\n${issuer('').replace('apiVersion', 'version')}\nEOF\ncurl -K - <<EOF\nurl = "http://api.cloudflare.com/client/v4/zones"\nheader = "X-Auth-Email: $E"\nheader = "X-Auth-Key: $K"\nEOF\nkubectl apply -f issuer.yaml`,
    [`6 ${hardcoded}`, `10 ${prefers}`, `22 ${prefers}`, '36 require-https', `38 ${prefers}`],
  ],
  [
    'a configuration of curl',
    '.curlrc',
    `url = "${zones}"\n-H "X-Auth-Email: a@b.dev"\nheader: "X-Auth-Key: ${key}"\nsilent`,
    [`3 ${prefers}`, `3 ${hardcoded}`],
  ],
  ['half a file', 'half.yaml', 'data:\n  a.yaml: |\n    a: [\n  b.json: |\n    {"a": "b', []],
] as const)('%s', (_, path, body, expected) => {
  expect(found(path, `# Cloudflare\n${body}\n`)).toEqual(expected);
});
