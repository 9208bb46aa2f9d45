// The map below the aircraft: MapLibre where set-up brought it, else our own plain one. Both give the same few things.
import { basemapStyle } from './basemap.js';
import { PlainMap } from './plainmap.js';
import { View, normalLongitude } from './mercator.js';
import { reducedMotion } from './theme.js';
import { t } from './language.js';

/**
 * Makes the map in a container.
 * - Parameter on: `move()` when the view changed, `rendered()` when the map has drawn (or at once), `dragged()` when a person
 *   moved it.
 * - Returns: `{view(), jump(lon, lat, zoom), ease(lon, lat, zoom), zoomBy(n), restyle(theme, language), resize()}`.
 */
export function makeMap(container, { site, theme, language, start, on }) {
    const library = globalThis.maplibregl;
    if (!library) return new PlainMap(container, { theme, start, on });
    try {
        return new LibraryMap(library, container, { site, theme, language, start, on });
    } catch {
        container.replaceChildren();
        return new PlainMap(container, { theme, start, on });
    }
}

class LibraryMap {
    #styled;

    constructor(library, container, { site, theme, language, start, on }) {
        this.basemap = site.basemap;
        this.container = container;
        this.#styled = `${theme} ${language}`;
        this.map = new library.Map({
            container, style: basemapStyle(this.basemap, theme, language),
            center: [start.longitude, start.latitude], zoom: start.zoom, minZoom: 0, maxZoom: 18, attributionControl: false,
            dragRotate: false, pitchWithRotate: false, touchPitch: false, maxPitch: 0, renderWorldCopies: true, fadeDuration: 150,
            locale: { 'Map.Title': t('map.canvas') },
        });
        this.map.touchZoomRotate.disableRotation();
        this.map.keyboard.disableRotation();
        this.map.on('move', () => on.move());
        this.map.on('render', () => on.rendered());
        this.map.on('dragstart', () => on.dragged());
        // A missing tile is the sea; MapLibre would write each to the console.
        this.map.on('error', () => {});
    }

    view() {
        const { lng, lat } = this.map.getCenter();
        return new View(normalLongitude(lng), lat, this.map.getZoom(), this.container.clientWidth, this.container.clientHeight);
    }

    jump(longitude, latitude, zoom = this.map.getZoom()) {
        this.map.jumpTo({ center: [longitude, latitude], zoom });
    }

    ease(longitude, latitude, zoom = this.map.getZoom()) {
        if (reducedMotion.matches) this.jump(longitude, latitude, zoom);
        else this.map.easeTo({ center: [longitude, latitude], zoom, duration: 500 });
    }

    zoomBy(steps) {
        // Pressed twice in a hurry, it goes two steps from where the first was going.
        const from = this.busy ? this.goal ?? this.map.getZoom() : this.map.getZoom();
        this.goal = Math.max(0, Math.min(18, from + steps));
        this.map.easeTo({ zoom: this.goal, duration: reducedMotion.matches ? 0 : 200 });
    }

    /** Whether a movement is under way that must not be cut off. */
    get busy() { return this.map.isEasing() || this.map.isZooming(); }

    restyle(theme, language) {
        this.map.getCanvas().setAttribute('aria-label', t('map.canvas'));
        if (this.#styled === `${theme} ${language}`) return;
        this.#styled = `${theme} ${language}`;
        this.map.setStyle(basemapStyle(this.basemap, theme, language), { diff: true });
    }

    resize() {
        this.map.resize();
    }

    /** Where a click on the map is heard. */
    get surface() { return this.map.getCanvasContainer(); }

    /** What takes the keyboard. */
    get focusable() { return this.map.getCanvas(); }
}
