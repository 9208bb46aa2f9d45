// The links of the pages of watches. Pure; nothing throws.
import { alertId, plainId } from './watchdoc.js';

/** Reads `?edit=ID`, `?new=1` or `?new=EXAMPLE`, `?visit=ID`: `{edit, isNew, example, visit}`. */
export function parseWatches(text) {
    const given = new URLSearchParams(text.replace(/^\?/, ''));
    const fresh = plainId(given.get('new'));
    return { edit: plainId(given.get('edit')), isNew: fresh !== null, example: fresh === '1' ? null : fresh, visit: plainId(given.get('visit')) };
}

/** The link of the rules, or of one that is written. */
export function watchesLink({ edit = null, isNew = false, example = null, visit = null } = {}) {
    const query = new URLSearchParams({ ...(edit ? { edit } : {}), ...(isNew ? { new: example ?? '1' } : {}), ...(visit ? { visit } : {}) });
    return query.size ? `/watches?${query}` : '/watches';
}

/** Reads `?id=…&watch=…&visit=…`: `{id, watch, visit}`. */
export function parseAlerts(text) {
    const given = new URLSearchParams(text.replace(/^\?/, ''));
    return { id: alertId(given.get('id')), watch: plainId(given.get('watch')), visit: plainId(given.get('visit')) };
}

/** The link of the alerts, of one rule's or one visit's, or of one alert. */
export function alertsLink({ id = null, watch = null, visit = null } = {}) {
    const query = new URLSearchParams({ ...(id ? { id } : {}), ...(watch ? { watch } : {}), ...(visit ? { visit } : {}) });
    return query.size ? `/alerts?${query}` : '/alerts';
}
