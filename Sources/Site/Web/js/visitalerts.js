// What the watches of a visit told, for its dossier; loaded for who may know it.
import { askAlerts, askWatches } from './watchapi.js';

const most = 500;
const shown = 40;

/** How many rules of a visit watch, and the newest alerts of them: `{rules, alerts, hasMore}`. Throws where the server watches nothing. */
export async function askVisitAlerts(id) {
    const [watches, { alerts, next }] = await Promise.all([askWatches(), askAlerts({ limit: most })]);
    const own = alerts.filter((alert) => alert.visit === id);
    return { rules: watches.filter((one) => one.visit === id && one.isEnabled && one.stopped === null).length, alerts: own.slice(0, shown), hasMore: own.length > shown || next !== null };
}
