// Which part of the sky the stream is asked for, and moving the map to what is in it.
import { tileSize, latitudeOf, longitudeOf, mercatorX, mercatorY, normalLongitude } from './mercator.js';

/** Below this many aircraft the whole world is cheap enough, and the table then holds all of it. */
const wholeSkyLimit = 1500;
const pause = 2000;

/** West, south, east, north to ask for, with half a view around it; `null` for the world. */
export function partOfSky(view, aircraft) {
    if (aircraft <= wholeSkyLimit) return null;
    const { west, south, east, north } = view.bounds(0.5);
    if (east - west >= 240) return null;
    return [normalLongitude(west), Math.max(-90, south), normalLongitude(east), Math.min(90, north)];
}

/** The same of the past, of which no more is asked for than can be seen soon. */
export function partAround(view) {
    return partOfSky(view, Infinity);
}

/** Whether what was asked for still suits what is looked at. */
export function holdsView(area, view) {
    return suits(area, partAround(view), view);
}

let timer = 0;

/** Asks anew when the view has left what the stream was asked for, or that is far too much; not more often than every 2 s. */
export function keepView(live, view, aircraft) {
    clearTimeout(timer);
    timer = setTimeout(() => {
        if (live.state === 'lost' || live.paused) return;
        const wanted = partOfSky(view, aircraft());
        if (suits(live.view, wanted, view)) return;
        live.connect(wanted);
    }, Math.max(350, pause - live.sinceConnect));
}

function suits(given, wanted, view) {
    if (given === null) return wanted === null;
    if (wanted === null) return false;
    const { west, south, east, north } = view.bounds(0);
    const width = span(given);
    const inside = within(given, normalLongitude(west)) && within(given, normalLongitude(east)) && east - west <= width
        && given[1] <= Math.max(-90, south) && given[3] >= Math.min(90, north);
    return inside && width <= 4 * span(wanted);
}

function span([west, , east]) {
    return west <= east ? east - west : east - west + 360;
}

function within([west, , east], longitude) {
    return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
}

/** Moves the map so that the aircraft there are can be seen. */
export function fitTo(map, sky) {
    const xs = [];
    const ys = [];
    for (let slot = 0; slot < sky.count; slot++) {
        if (!sky.hasPosition(slot)) continue;
        xs.push(mercatorX(sky.longitude[slot] / 1e6));
        ys.push(mercatorY(sky.latitude[slot] / 1e6));
    }
    fitPlaces(map, xs, ys);
}

/** The same for rows of a path; `margins`: pixels left free beside and above what is shown, both sides together. */
export function fitRows(map, rows, margins) {
    fitPlaces(map, rows.map(([, , longitude]) => mercatorX(longitude)), rows.map(([, latitude]) => mercatorY(latitude)), margins);
}

function fitPlaces(map, xs, ys, [beside, above] = [120, 140]) {
    if (!xs.length) return;
    // The widest empty strip of the world is left out, so that aircraft on both sides of the date line stand together.
    xs.sort((a, b) => a - b);
    ys.sort((a, b) => a - b);
    let left = xs[0];
    let widest = xs[0] + 1 - xs.at(-1);
    for (let i = 1; i < xs.length; i++) {
        if (xs[i] - xs[i - 1] > widest) {
            widest = xs[i] - xs[i - 1];
            left = xs[i];
        }
    }
    const width = Math.max(1 - widest, 0.002);
    const height = Math.max(ys.at(-1) - ys[0], 0.002);
    const view = map.view();
    const room = [Math.max(100, view.width - beside), Math.max(100, view.height - sheetHeight() - above)];
    const zoom = Math.log2(Math.min(room[0] / width, room[1] / height) / 512);
    const bounded = Math.max(0.6, Math.min(9, zoom));
    map.jump(normalLongitude(longitudeOf(left + (1 - widest) / 2)), aboveSheet(latitudeOf((ys[0] + ys.at(-1)) / 2), bounded), bounded);
}

/** The latitude to centre on, so that a place is in the middle of what the sheet of a narrow screen leaves free. */
export function aboveSheet(latitude, zoom) {
    return latitudeOf(mercatorY(latitude) + sheetHeight() / 2 / (tileSize * 2 ** zoom));
}

/** Pixels that the sheet of a narrow screen covers. */
function sheetHeight() {
    if (!matchMedia('(max-width: 760px)').matches) return 0;
    return parseFloat(document.documentElement.style.getPropertyValue('--sheet')) || 0;
}

/** While an aircraft is followed the map goes with it. */
export function followed(map, picture, state) {
    if (!state.follow || !picture.selected.size || map.busy) return;
    const place = picture.place([...picture.selected].at(-1));
    if (place) map.jump(longitudeOf(place.x), aboveSheet(latitudeOf(place.y), map.view().zoom));
}
