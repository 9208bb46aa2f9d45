// What the colours and marks mean, and who made the map.
import { shape } from './categories.js';
import { cssColour, palette, rampFeet } from './colours.js';
import { byId, element, tame } from './dom.js';
import { number, t } from './language.js';
import { theme, units } from './preferences.js';
import { drawShape } from './shapes.js';
import { outLink } from './terms.js';
import { fromBase, unitName } from './units.js';

/** Draws the legend anew for the theme, the units and the language. */
export function drawLegend() {
    const ramp = element('canvas', { width: '230', height: '8', 'aria-hidden': 'true' });
    const context = ramp.getContext('2d');
    for (let x = 0; x < 230; x++) {
        context.fillStyle = cssColour(theme(), feetAt(x / 229));
        context.fillRect(x, 0, 1, 8);
    }
    const system = units();
    const marks = [0, 5000, 10_000, 20_000, 30_000, 40_000].map((feet) => {
        const value = fromBase('altitude', feet, system);
        return element('span', { text: number(system === 'metric' ? Math.round(value / 100) * 100 : value) });
    });
    const sample = (feet, ground) => {
        const canvas = element('canvas', { width: '28', height: '28', 'aria-hidden': 'true' });
        const drawing = canvas.getContext('2d');
        drawing.translate(14, 14);
        drawShape(drawing, shape.airliner, 27, cssColour(theme(), feet, ground), palette(theme()).edge);
        return canvas;
    };
    const silence = element('canvas', { width: '28', height: '28', 'aria-hidden': 'true' });
    const line = silence.getContext('2d');
    line.strokeStyle = palette(theme()).gap;
    line.lineWidth = 4;
    line.lineCap = 'round';
    line.setLineDash([1, 8]);
    line.moveTo(3, 14);
    line.lineTo(26, 14);
    line.stroke();
    byId('legend').replaceChildren(
        element('p', { class: 'name', text: t('legend.altitude', { unit: unitName('altitude', system) }) }), ramp,
        element('div', { class: 'scale' }, ...marks),
        element('ul', { class: 'keys' },
            element('li', {}, sample(0, true), t('legend.ground')), element('li', {}, sample(null, false), t('legend.unknown')), element('li', {}, silence, t('legend.silence'))),
    );
}

// The legend's ramp is even between its marks, as the numbers below it are.
function feetAt(share) {
    const stops = [0, 5000, 10_000, 20_000, 30_000, 40_000];
    const place = share * (stops.length - 1);
    const at = Math.min(stops.length - 2, Math.floor(place));
    return Math.min(rampFeet.at(-1), stops[at] + (stops[at + 1] - stops[at]) * (place - at));
}

let height = null;

/** Writes the credits of the basemap. */
export function drawCredits(site) {
    const node = byId('credits');
    const parts = [];
    if (site.basemap) parts.push(site.basemap.attribution ? site.basemap.attribution.replace(/<[^>]*>/g, '') : t('credits.basemap'));
    else parts.push(t('credits.none'));
    if (!height) {
        // The legend stands above the credits, however many lines they take.
        height = new ResizeObserver(() => document.documentElement.style.setProperty('--credits', `${node.offsetHeight}px`));
        height.observe(node);
    }
    // Whoever gives data wants to be named beside them.
    const given = (site.credits ?? []).flatMap((one) => [outLink(one.link, tame(one.text, 200)), ' · ']);
    node.replaceChildren(...given, parts.join(' · '), ' · ', element('a', { href: '/about#credits', text: t('credits.more') }));
}
