/** Sample values from the documentation of Cloudflare and its users. They occur in thousands of files and are not valid. */
const samples: ReadonlySet<string> = new Set([
  // API reference, SDK tests
  'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY',
  '144c9defac04969c7bfad8efaa8ea194',
  'v1.0-144c9defac04969c7bfad8ef-631a41d003a32d25fe878081ef365c49503f7fada600da935e2851a1c7326084b85cbf6429c4b859de8475731dc92a9c329631e6d59e6c73da7b198497172b4cefe071d90d0f5d2719',
  // earlier API documentation, cloudflare-php: tests
  'c2547eb745079dac9320b638f5e225cf483cc5cfdda41',
  // OpenAPI description: iam_value
  '8M7wS6hCpXVc-DoRnPPY_UCWPgy8aea4Wy6kCe5T',
  // OpenAPI description: tunnel_secret
  'AQIDBAUGBwgBAgMEBQYHCAECAwQFBgcIAQIDBAUGBwg=',
  // documentation of Terraform's provider: zero_trust_access_application
  'bdd31cbc4dec990953e39163fbbb194c93313ca9f0a6e420346af9d326b1d2a5',
  // README of cf-terraforming
  'Hzsq3Vub-7Y-hSTlAaLH3Jq_YfTUOCcgf22_Fs-j',
  '1150bed3f45247b99f7db9696fffa17cbx9',
  // earlier API documentation
  'YQSn-xWAQiiEh9qM58wZNnyQS7FUdoqGIUAbrh7T',
  '1234567893feefc5f0q5000bfo0c38d90bbeb',
  // lego
  'b9841238feb177a84330febba8a83208921177bffe733',
  '1234567890abcdefghijklmnopqrstuvwxyz',
  // certbot-dns-cloudflare
  '0123456789abcdef0123456789abcdef01234567',
  '0123456789abcdef0123456789abcdef01234',
  // API reference: turnstile widgets
  '0x4AAF00AAAABn0R22HWm098HVBjhdsYUc',
  // Turnstile: secret keys for testing, https://developers.cloudflare.com/turnstile/troubleshooting/testing/
  '1x0000000000000000000000000000000AA',
  '2x0000000000000000000000000000000AA',
  '3x0000000000000000000000000000000AA',
]);

/** Whether a value is a sample from documentation. */
export function isDocumentedSample(value: string): boolean {
  return samples.has(value);
}
