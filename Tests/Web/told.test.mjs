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
];

for (const language of ['en', 'id']) {
    test(`what a source says of itself is told in ${language}`, async () => {
        await useWords(language);
        for (const [detail, key, what] of lines) assert.equal(told(detail), words[language][key].replace('{what}', what ?? ''), detail);
        assert.equal(told('connecting to 192.168.1.20:1234'), '');
        assert.equal(told('something nobody foresaw'), 'something nobody foresaw');
    });
}
