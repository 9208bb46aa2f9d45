// The few buttons on the map.
import { byId, element } from './dom.js';
import { t } from './language.js';
import { state } from './state.js';

/** Draws the buttons; `on` has `zoom(n)`, `fit()`, `table()`, where there is a past `past()`, `area()`, and where it is told `coverage()`. */
export function drawMapTools(on) {
    const button = (label, text, action, pressed) => element('button', {
        type: 'button', 'aria-label': t(label), title: t(label), text, onclick: action, 'aria-pressed': pressed === undefined ? null : String(pressed),
    });
    const table = button('map.table', '\u2637', on.table, state.table);
    table.id = 'table-button';
    const past = on.past ? [button('map.past', '\u21ba', on.past, state.moment !== null), button('map.area', '\u25a2', on.area, state.area !== null)] : [];
    ['past-button', 'area-button'].forEach((id, index) => { if (past[index]) past[index].id = id; });
    const coverage = on.coverage ? [button('map.coverage', '\u25a6', on.coverage, state.coverage)] : [];
    if (coverage[0]) coverage[0].id = 'coverage-button';
    const focused = document.activeElement?.id;
    byId('map-tools').replaceChildren(
        button('map.zoomIn', '+', () => on.zoom(1)), button('map.zoomOut', '\u2212', () => on.zoom(-1)),
        button('map.fit', '\u2922', on.fit), table, ...past, ...coverage,
    );
    if (focused && byId(focused)?.closest('#map-tools')) byId(focused).focus();
}
