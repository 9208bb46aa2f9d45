import assert from 'node:assert/strict';
import { test } from 'node:test';
import { web } from './support.mjs';

const { nextPage, signIn } = await import(`${web}/js/access.js`);
const origin = 'https://site.example';

test('after signing in one comes back to the page one came from', () => {
    assert.equal(nextPage('#next=%2Fsources', origin), '/sources');
    assert.equal(nextPage('#next=/%3Fa=1%23lat%3D1%26lon%3D2', origin), '/?a=1#lat=1&lon=2');
    assert.equal(nextPage('#next=/tar1090/', origin), '/tar1090/');
});

test('and never to another site', () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '', '/sign-in', 'x', '/a\\b']) {
        const found = nextPage(`#next=${encodeURIComponent(next)}`, origin);
        assert.equal(found, '/', next);
    }
    assert.equal(nextPage('', origin), '/');
    assert.equal(nextPage('#next=/%09/evil.example', origin), '/');
});

test('the place is kept whole on the way to the sign-in page', () => {
    let went = null;
    signIn({ pathname: '/', search: '?x=1', hash: '#lat=1&lon=2', assign: (address) => { went = address; } });
    assert.equal(nextPage(went.slice(went.indexOf('#')), origin), '/?x=1#lat=1&lon=2');
});
