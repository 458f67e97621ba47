import { describe, expect, it } from 'vitest';
import { setsHeader } from '../../../src/cloudflare/http/header-setters.js';

describe('setsHeader', () => {
  it.each([
    'set',
    'Add',
    'header',
    'with_header',
    'withAddedHeader',
    'setRequestHeader',
    'put_req_header',
    'default_headers',
    'AddDefaultHeader',
    'setHeaderField',
    'TryAddWithoutValidation',
  ])('is true for %s', (method) => {
    expect(setsHeader(method)).toBe(true);
  });

  it.each([
    'get',
    'getHeader',
    'has_header',
    'removeHeader',
    'expectHeader',
    'matchHeader',
    'setHeaders',
    'headerParser',
    'add_header_row',
  ])('is false for %s', (method) => {
    expect(setsHeader(method)).toBe(false);
  });
});
