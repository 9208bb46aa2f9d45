// The few buttons on the map.
import { byId, element } from './dom.js';
import { t } from './language.js';
import { state } from './state.js';

/** Draws the buttons; `on` has `zoom(n)`, `fit()`, `table()`. */
export function drawMapTools(on) {
    const button = (label, text, action, pressed) => element('button', {
        type: 'button', 'aria-label': t(label), title: t(label), text, onclick: action, 'aria-pressed': pressed === undefined ? null : String(pressed),
    });
    const table = button('map.table', '\u2637', on.table, state.table);
    table.id = 'table-button';
    byId('map-tools').replaceChildren(
        button('map.zoomIn', '+', () => on.zoom(1)), button('map.zoomOut', '\u2212', () => on.zoom(-1)),
        button('map.fit', '\u2922', on.fit), table,
    );
}
