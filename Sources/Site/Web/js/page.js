// What the pages of text share: language, theme, tools, and the strip that says whether the sky is real.
import { isRefused, signIn } from './access.js';
import { byId } from './dom.js';
import { preferredLanguage, useLanguage } from './language.js';
import { notice, provenanceNotice, stoppedNotice } from './notices.js';
import { preferenceButtons, toggles } from './preferences.js';
import { onState, startState, state } from './state.js';
import { onSystemTheme, useTheme } from './theme.js';
import { listenForKeys } from './keys.js';
import { t } from './language.js';

let site = null;
let shownRealm = () => null;

/** Starts a page; `leads` is false where one signs in: nobody is led there from there. `realm()` is the world that is shown where that is not the sky's own. `draw` is called with the site's document now and after each change of language, units, time or theme. */
export async function startPage(draw, tools = ['language', 'theme'], { leads = true, realm = () => null } = {}) {
    shownRealm = realm;
    startState();
    useTheme(state.theme);
    await useLanguage(preferredLanguage(state.language));
    // Where there are many buttons the language is two letters, as on the map.
    const buttons = preferenceButtons(byId('tools'), tools, { short: tools.length > 2 });
    const all = () => {
        buttons.draw();
        strips();
        draw(site);
    };
    onSystemTheme(() => useTheme(state.theme));
    onState(async (keys) => {
        useTheme(state.theme);
        if (keys.has('language')) await useLanguage(preferredLanguage(state.language));
        all();
    });
    listenForKeys({ l: toggles.language, d: toggles.theme });
    all();
    await refreshSite(leads);
    all();
    // A source added here can make a simulated sky real, or the other way.
    setInterval(async () => { await refreshSite(leads); strips(); }, 10_000);
}

/** The strips that say whether what is shown is real; also when another world is shown. */
export function strips() {
    if (!site) return;
    const realm = shownRealm();
    provenanceNotice(realm === null ? site : { ...site, simulated: realm === 'simulated', provenance: realm === 'simulated' ? 'simulated' : 'real' });
    notice('imported', realm === 'imported' ? { tone: 'warn', strong: t('imported.word'), text: t('imported.text') } : null);
    stoppedNotice(site);
}

async function refreshSite(leads) {
    try {
        const answer = await fetch('/api/v1/site', { cache: 'no-store' });
        if (isRefused(answer)) return leads ? signIn() : undefined;
        if (answer.ok) site = await answer.json();
        notice('stream', null);
    } catch {
        notice('stream', { tone: 'bad', text: t('stream.lost') });
    }
}
