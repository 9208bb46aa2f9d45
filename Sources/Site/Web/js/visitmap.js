// The map of a visit: announced stops in their order, and the path of one aircraft where the reader asks for it.
import { tame } from './dom.js';
import { askFlown } from './flightsapi.js';

const longest = 8 * 86_400;

/** What the map shows of the stops: airports with the stop's number, and a line for the order, which is no track. */
export function stopScene(visit) {
    const places = [];
    const order = [];
    visit.stops.forEach((stop, place) => {
        const known = stop.airports.filter((one) => one.latitude !== null && one.longitude !== null);
        // Of several that may be meant the likeliest has its name: they often lie close together.
        for (const one of known.slice(0, 6)) places.push({ id: one.code, label: one === known[0] ? `${place + 1} ${tame(one.code, 6)}` : '', latitude: one.latitude, longitude: one.longitude, isLess: one.weight < 0.5 && known.length > 1 });
        if (known.length && !(place && stop.track !== visit.stops[place - 1].track)) order.push([known[0].latitude, known[0].longitude]);
    });
    const home = visit.subject.homes.find((one) => one.latitude !== null && one.longitude !== null);
    if (home && visit.stops[0]?.kind !== 'origin' && order.length) {
        places.unshift({ id: home.code, label: tame(home.code, 6), latitude: home.latitude, longitude: home.longitude, isLess: true });
        order.unshift([home.latitude, home.longitude]);
    }
    return { places, order };
}

/** From when to when the visit may have been flown, seconds; `null` where no stop has a time. */
export function flownTime(visit, margin = 12 * 3600) {
    const times = visit.stops.flatMap((stop) => [stop.announced.from, stop.announced.to, stop.narrowed?.from, stop.narrowed?.to]).filter(Number.isFinite);
    if (!times.length) return null;
    const from = times.reduce((a, b) => Math.min(a, b)) - margin;
    return { from, to: Math.min(times.reduce((a, b) => Math.max(a, b)) + margin, from + longest) };
}

/** The path of an aircraft in that time, as rows of the map. */
export function askPath(visit, hex, realm) {
    const span = flownTime(visit);
    return span ? askFlown({ hex, ...span, realm }) : { rows: [], isCut: false };
}
