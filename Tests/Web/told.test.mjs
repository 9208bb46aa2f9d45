import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useWords, web, words } from './support.mjs';

const { told } = await import(`${web}/js/told.js`);

const lines = [
    ['192.168.1.20:1234: no rtl_tcp server answers there: it sends HTTP', 'told.notRtlTcp'],
    ['192.168.1.20:1234: no rtl_tcp server answers there: it sends something that begins with 52 54 4c 31', 'told.notRtlTcp'],
    ['192.168.1.20:1234: no rtl_tcp server answers there: it sends Beast', 'told.otherFormat', 'Beast'],
    ['192.168.1.20:1234: no greeting within 10.0 s', 'told.noGreeting'],
    ['192.168.1.20:1234: connection refused', 'told.refused'],
    ['192.168.1.20:1234: closed by the other side', 'told.closed'],
    ['adsb.lol is off until you confirm its terms: read https://api.adsb.lol/docs, then add terms=YYYY-MM-DD (the day you read them)', 'told.unconfirmed', 'adsb.lol'],
    ['data of adsb.fi may not be passed on (its licence is no-redistribution), and strangers can read this site: set read: token, or', 'told.licence', 'adsb.fi'],
    ['nothing is known of somebody.example: add terms-link=https://… with the terms', 'told.unknownProvider', 'somebody.example'],
    ['the terms of adsb.fi do not allow the purpose newsroom, as far as we know; with an agreement', 'told.notAllowed', 'adsb.fi'],
    ['ADS-B Exchange needs a key; add key-file=PATH or key-env=NAME', 'told.needsKey', 'ADS-B Exchange'],
    ['adsb.lol: status 429 (too many requests)', 'told.status429', '429'],
    ['adsb.lol: status 403 (access is not granted)', 'told.status403'],
    ['adsb.lol: status 500 (trouble on the other side)', 'told.status', '500'],
    ['adsb.lol: a page came instead of data', 'told.page'],
    ['neighbour: the document is no JSON at byte 0', 'told.noData'],
    ['OpenSky: no token is to be had, status 401 (the key or account is not accepted)', 'told.noToken'],
    ['adsb.lol: it redirects to http://192.0.2.1, which is not followed', 'told.redirects'],
    ['adsb.lol: no answer in time (60 s)', 'told.timeout'],
    ['adsb.lol: its TLS certificate or handshake is not accepted', 'told.tls'],
];

for (const language of ['en', 'id']) {
    test(`what a source says of itself is told in ${language}`, async () => {
        await useWords(language);
        for (const [detail, key, what] of lines) assert.equal(told(detail), words[language][key].replace('{what}', what ?? ''), detail);
        assert.equal(told('connecting to 192.168.1.20:1234'), '');
        assert.equal(told('polled adsb.lol'), '');
        assert.equal(told('something nobody foresaw'), 'something nobody foresaw');
    });
}
