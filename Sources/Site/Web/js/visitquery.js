// What the link of a visit's page holds. Pure; nothing throws.
import { visitId } from './visitdoc.js';

const realms = ['real', 'imported', 'simulated'];

/** Reads `?id=…&realm=…&later=1&show=hex`: `{id, realm, isLater, shown}`. */
export function parseVisit(text) {
    const given = new URLSearchParams(text.replace(/^\?/, ''));
    const shown = given.get('show') ?? '';
    return {
        id: visitId(given.get('id')), realm: realms.includes(given.get('realm')) ? given.get('realm') : null, isLater: given.get('later') === '1', shown: /^~?[0-9a-f]{6}$/.test(shown) ? shown : null,
    };
}

/** The link of a visit's page. */
export function visitLink({ id, realm = null, isLater = false, shown = null }) {
    const query = new URLSearchParams({ id, ...(realm ? { realm } : {}), ...(isLater ? { later: '1' } : {}), ...(shown ? { show: shown } : {}) });
    return `/visit?${query}`.replaceAll('%7E', '~');
}

/** The link of a source that can be followed: of the web, and nothing else; `null` for anything else. */
export function webLink(address) {
    try {
        const target = new URL(address);
        return ['http:', 'https:'].includes(target.protocol) ? target.href : null;
    } catch {
        return null;
    }
}
