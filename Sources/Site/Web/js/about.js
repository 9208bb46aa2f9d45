// The about page: what the site is, how things are known, and whose work it stands on.
import { byId, element, setText, show, tame } from './dom.js';
import { keyList } from './keys.js';
import { t } from './language.js';
import { startPage } from './page.js';
import { outLink } from './terms.js';

await startPage((site) => {
    byId('key-list').replaceChildren(keyList());
    if (!site) return;
    setText(byId('version'), t('about.version', { version: tame(site.version ?? '', 40) }));
    const given = (site.credits ?? []).map((one) => element('li', {}, outLink(one.link, tame(one.text, 200))));
    byId('data-credits').replaceChildren(...given);
    show(byId('data-credits-title'), given.length > 0);
    const credit = byId('basemap-credit');
    show(credit, Boolean(site.basemap?.attribution));
    if (site.basemap?.attribution) setText(credit, t('about.credits.basemap', { text: tame(site.basemap.attribution.replace(/<[^>]*>/g, ''), 500) }));
});
