import { describe, expect, it } from 'vitest';
import { isSameOrigin, isTrustedHost } from '../../dashboards/server/guard.js';

describe('who may talk to the cockpit', () => {
  it.each([
    ['127.0.0.1:8080', true],
    ['localhost:8080', true],
    ['LOCALHOST', true],
    ['192.168.7.20:8080', true],
    ['[::1]:8080', true],
    ['cockpit.lab:8080', true],
    ['evil.example:8080', false],
    ['127.0.0.1.evil.example', false],
    ['localhost.evil.example:8080', false],
    ['', false],
    [undefined, false],
  ])('host %s: %s', (host, trusted) => {
    expect(isTrustedHost(host, ['cockpit.lab'])).toBe(trusted);
  });

  it.each([
    [{ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' }, true],
    [{ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' }, true],
    [{ host: '127.0.0.1:8080' }, true],
    [{ host: '127.0.0.1:8080', origin: 'http://127.0.0.1:9090' }, false],
    [{ host: '127.0.0.1:8080', origin: 'https://evil.example' }, false],
    [{ host: '127.0.0.1:8080', origin: 'null' }, false],
    [{ host: '127.0.0.1:8080', 'sec-fetch-site': 'cross-site' }, false],
    [{ host: '127.0.0.1:8080', 'sec-fetch-site': 'same-site' }, false],
  ])('%j: %s', (headers, same) => {
    expect(isSameOrigin(headers)).toBe(same);
  });
});
