// The receiver's page: what one source received in the last hour or day, for who keeps it.
import { byId, element, show, tame } from './dom.js';
import { t } from './language.js';
import { goTo } from './pagelink.js';
import { chip, Place } from './pageparts.js';
import { startPage } from './page.js';
import { theme, timeMode, units } from './preferences.js';
import { newest, readReception } from './reception.js';
import { chartsOf, nowOf, tableOf } from './receptionview.js';
import { parseReceiver, receiverLink } from './receptionquery.js';
import { ask } from './sourceapi.js';
import { askRight } from './writing.js';

const pace = 10_000;

let asked = parseReceiver(location.search);
let sources = null;
let reports = null;
let trouble = null;
let right = { mayWrite: false, needsSignIn: false };
let round = 0;
const places = Object.fromEntries(['state', 'now', 'charts', 'lines'].map((name) => [name, new Place(byId(name))]));

await startPage(() => draw(), ['units', 'time', 'language', 'theme']);
byId('source').addEventListener('change', () => choose({ source: byId('source').value }));
for (const span of ['hour', 'day']) byId(`span-${span}`).addEventListener('change', () => choose({ span }));
addEventListener('popstate', () => {
    asked = parseReceiver(location.search);
    reports = null;
    refresh();
});
addEventListener('resize', () => draw());
right = await askRight();
await refresh();
setInterval(() => { if (!document.hidden) refresh(); }, pace);

function choose(change) {
    if (change.source !== undefined && change.source !== asked.source) reports = null;
    asked = { ...asked, ...change };
    goTo(receiverLink(asked), true);
    refresh();
}

async function refresh() {
    const mine = ++round;
    try {
        const found = (await ask('GET', '')).sources?.filter((source) => !source.poll) ?? [];
        const one = found.find((source) => source.name === asked.source) ?? (asked.source === null ? found[0] : null);
        const both = one ? await Promise.all(['hour', 'day'].map((span) => ask('GET', `/${encodeURIComponent(one.id)}/reception?span=${span}`))) : null;
        if (mine !== round) return;
        sources = found;
        if (one) asked = { ...asked, source: one.name };
        const [hour, day] = both?.map(readReception) ?? [];
        reports = hour && day ? { hour, day } : null;
        trouble = found.length === 0 ? { kind: 'none' } : one === null ? { kind: 'unknown' } : null;
    } catch (error) {
        if (mine !== round) return;
        trouble = error.code === 'withheld' ? { kind: 'withheld' } : { kind: 'failed', text: error.message };
        if (error.code === 'withheld') reports = null;
    }
    draw();
}

function draw() {
    drawChoice();
    const look = [document.documentElement.lang, units(), timeMode(), theme()];
    places.state.draw([look, trouble, asked.source, right, reports?.hour.isSimulated, reports?.hour.isCounted, reports?.hour.name], stateOf);
    const width = Math.max(260, byId('charts').clientWidth);
    const shown = reports && { ...reports, shown: reports[asked.span] };
    places.now.draw([look, shown?.shown], () => shown ? nowOf(shown.shown) : []);
    places.charts.draw([look, width, asked.span, shown], () => shown ? chartsOf(shown, width) : []);
    places.lines.draw([look, shown?.shown], () => shown ? tableOf(shown.shown) : []);
}

function drawChoice() {
    const choice = byId('choice');
    show(choice, (sources?.length ?? 0) > 0);
    const select = byId('source');
    const names = (sources ?? []).map((source) => source.name);
    if (JSON.stringify([...select.options].map((one) => one.value)) !== JSON.stringify(names)) select.replaceChildren(...names.map((name) => element('option', { value: name, text: tame(name, 80) })));
    if (select.value !== asked.source) select.value = names.includes(asked.source) ? asked.source : '';
    byId(`span-${asked.span}`).checked = true;
}

function stateOf() {
    const made = [];
    if (trouble?.kind === 'withheld') {
        const line = element('p', { class: 'callout', id: 'withheld', text: `${t('receiver.withheld')} ` });
        if (right.needsSignIn) line.append(element('a', { href: `/sign-in#next=${encodeURIComponent(location.pathname + location.search)}`, text: t('receiver.signIn') }));
        made.push(line);
    } else if (trouble?.kind === 'none') made.push(element('p', { class: 'soft', id: 'no-source', text: t('receiver.none') }));
    else if (trouble?.kind === 'unknown') made.push(element('p', { class: 'callout', id: 'unknown', text: t('receiver.unknown', { name: tame(asked.source, 80) }) }));
    else if (trouble) made.push(element('p', { class: 'callout', role: 'alert', text: tame(trouble.text, 300) }));
    if (!reports) return made;
    if (reports.hour.isSimulated) made.push(element('p', { class: 'made-up', id: 'made-up' }, chip('simulated', t('simulated.word')), ` ${t('receiver.simulated', { name: tame(reports.hour.name, 80) })}`));
    if (!reports.hour.isCounted) made.push(element('p', { class: 'callout', id: 'uncounted', text: t('receiver.uncounted') }));
    if (!newest(reports.day)) made.push(element('p', { class: 'soft', id: 'nothing', text: t('receiver.nothing') }));
    return made;
}
