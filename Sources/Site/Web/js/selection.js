// Choosing aircraft: by click, by row, by key, by search.
import { announce } from './announcer.js';
import { tame } from './dom.js';
import { addressOf, hexOf } from './frames.js';
import { t } from './language.js';
import { change, state } from './state.js';

const most = 8;

/** Addresses of the selected aircraft. */
export function selectedAddresses() {
    return new Set(state.selected.map(addressOf).filter((address) => address !== null));
}

/** Selects one aircraft; `added`: beside those already selected, or off again. */
export function select(address, added = false) {
    const hex = hexOf(address);
    let selected = [hex];
    if (added) {
        selected = state.selected.includes(hex) ? state.selected.filter((one) => one !== hex) : [...state.selected, hex].slice(-most);
    }
    change({ selected, ...(selected.length ? {} : { follow: false }) }, { push: true });
}

/** Selects nothing. */
export function selectNone() {
    change({ selected: [], follow: false }, { push: true });
}

/** Tells a screen reader which aircraft is selected. */
export function announceSelection(sky) {
    const hex = state.selected.at(-1);
    if (!hex) return;
    const strings = sky.strings.get(addressOf(hex));
    announce(t('announce.selected', { name: tame(strings?.callsign ?? strings?.registration ?? hex.toUpperCase(), 16) }));
}

/** Listens for clicks and taps on the picture; a repeated click goes to the next one below. */
export function pickOn(surface, { picture, map, onhover }) {
    let down = null;
    let last = null;
    const point = (event) => {
        const box = map.container.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    surface.addEventListener('pointerdown', (event) => {
        down = event.isPrimary ? { ...point(event), at: performance.now() } : null;
    });
    surface.addEventListener('pointerup', (event) => {
        if (!down || event.button !== 0) return;
        const { x, y } = point(event);
        if (Math.hypot(x - down.x, y - down.y) > 6 || performance.now() - down.at > 700) return;
        const found = picture.pick(x, y, event.pointerType === 'mouse' ? 12 : 24);
        if (!found.length) {
            if (state.selected.length && !event.shiftKey) selectNone();
            last = null;
            return;
        }
        let address = found[0];
        if (last && Math.hypot(x - last.x, y - last.y) < 6) {
            const at = found.indexOf(last.address);
            address = found[(at + 1) % found.length];
        }
        last = { x, y, address };
        select(address, event.shiftKey || event.ctrlKey || event.metaKey);
        announceSelection(picture.sky);
    });
    let queued = false;
    surface.addEventListener('pointermove', (event) => {
        if (event.pointerType !== 'mouse' || event.buttons || queued) return;
        const { x, y } = point(event);
        queued = true;
        requestAnimationFrame(() => {
            queued = false;
            onhover(picture.pick(x, y, 12)[0] ?? null);
        });
    });
    surface.addEventListener('pointerleave', () => onhover(null));
}
