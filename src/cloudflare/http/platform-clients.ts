/** HTTP clients that belong to a platform or a test tool: its own API for programs that run in it. */
import { methods, urlAndOptions, verbs, writing } from './client-forms.js';
import type { HttpClient } from './http-client.js';

/** Sources: the documentation of each platform, November 2026. */
export const platformClients: Readonly<Record<string, HttpClient>> = {
  // https://docs.obsidian.md/Reference/TypeScript+API/requestUrl
  obsidian: { modules: ['obsidian'], calls: { requestUrl: { url: 0 }, request: { url: 0 } }, silencer: ['throw', false], throws: true },
  // https://capacitorjs.com/docs/apis/http
  capacitor: {
    modules: ['@capacitor/core'],
    calls: {
      'CapacitorHttp.request': { url: 0 },
      ...methods(verbs, { url: 0 }, (verb) => `CapacitorHttp.${verb}`),
    },
    options: { body: ['data'], query: ['params'] },
    throws: false,
  },
  playwright: {
    modules: ['@playwright/test', 'playwright', 'playwright-core'],
    classes: ['@playwright/test#APIRequestContext', 'playwright#APIRequestContext', 'playwright-core#APIRequestContext'],
    parameters: ['request', 'page.request', 'context.request', 'playwright'],
    calls: { fetch: urlAndOptions, ...methods(['get', 'head', 'delete', ...writing], urlAndOptions) },
    makes: { 'request.newContext': { options: 0 }, newContext: { options: 0 } },
    adds: { 'test.use': { options: 0 } },
    options: { base: ['baseURL'], headers: ['headers', 'extraHTTPHeaders'], body: ['data', 'form', 'multipart'] },
    throws: false,
  },
  cypress: {
    globals: ['cy'],
    calls: { request: [{ method: 0, url: 1, body: 2 }, { method: 0, url: 1 }, { url: 0, body: 1 }, { url: 0 }] },
    throws: true,
  },
  k6: {
    modules: ['k6/http'],
    calls: {
      ...methods(['get', 'head'], urlAndOptions),
      ...methods([...writing, 'options', 'del'], { url: 0, body: 1, options: 2 }),
      request: { method: 0, url: 1, body: 2, options: 3 },
      asyncRequest: { method: 0, url: 1, body: 2, options: 3 },
    },
    throws: false,
  },
  '@actions/http-client': {
    modules: ['@actions/http-client'],
    classes: ['@actions/http-client#HttpClient'],
    calls: {
      ...methods(['get', 'head', 'options', 'del'], { url: 0, headers: 1 }),
      ...methods(writing, { url: 0, body: 1, headers: 2 }),
      getJson: { method: 'GET', url: 0, headers: 1 },
      postJson: { method: 'POST', url: 0, body: 1, headers: 2 },
      putJson: { method: 'PUT', url: 0, body: 1, headers: 2 },
      patchJson: { method: 'PATCH', url: 0, body: 1, headers: 2 },
      request: { method: 0, url: 1, body: 2, headers: 3 },
    },
    makes: { HttpClient: { options: 2 } },
    throws: true,
  },
  // https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app
  'apps-script': {
    globals: ['UrlFetchApp'],
    calls: { fetch: urlAndOptions },
    options: { body: ['payload'] },
    silencer: ['muteHttpExceptions', true],
    throws: true,
  },
};
