// The reports of a visit: where each is from, what of it goes out; and what they do not agree on.
import { brief, element, tame } from './dom.js';
import { language, t } from './language.js';
import { small } from './pageparts.js';
import { askCopy } from './visitapi.js';
import { quoteNode, sentenceNode } from './visitparts.js';
import { webLink } from './visitquery.js';
import { daysText, momentIn } from './visittime.js';
import { worded } from './visitwords.js';

const pictures = new Set(['image/png', 'image/jpeg', 'image/webp']);

/** All reports, and a way to add one. */
export function reportsView(page) {
    const { reports, disagreements } = page.visit;
    return [
        disagreements.length ? element('div', { class: 'callout', id: 'disagreements' }, element('h3', { text: t('reports.disagree') }), ...disagreements.map((one) => sentenceNode(one.sentence, page))) : null,
        reports.length ? element('ul', { class: 'reports' }, ...reports.map((one) => card(page, one))) : element('p', { class: 'soft', text: t('reports.none') }),
        page.mayWrite ? element('div', { class: 'actions' }, element('button', { type: 'button', class: 'button', id: 'add-report', text: t('report.add'), onclick: () => page.edit.report() })) : null,
    ].filter(Boolean);
}

/** What a report is called. */
export function reportTitle(report) {
    return brief(report.title ?? report.name ?? report.outlet ?? t('report.untitled', { kind: worded(`report-kind.${report.kind}`, report.kind) }), 140);
}

function card(page, report) {
    const target = report.address ? webLink(report.address) : null;
    const told = [
        report.outlet && report.title ? brief(report.outlet, 80) : null, report.published !== null && report.publishedBasis !== 'entered' ? t('report.publishedAt', { when: report.publishedBasis === 'day' ? daysText(report.published, null) : `${momentIn('UTC', report.published)} UTC` }) : t('report.noDate'),
        report.capturedAt !== null ? t('report.capturedAt', { when: `${momentIn('UTC', report.capturedAt)} UTC` }) : null, report.language ? languageName(report.language) : null, report.licence ? t('report.licenceIs', { licence: brief(report.licence, 80) }) : t('report.noLicence'),
    ].filter(Boolean);
    return element('li', { class: 'report card', id: `report-${report.id}`, tabindex: '-1' },
        element('h3', {}, element('span', { class: 'soft number', text: `${report.id} ` }), reportTitle(report)), element('p', { class: 'soft', text: told.join(' \u00b7 ') }),
        report.publishedBasis && report.publishedBasis !== 'day' && report.publishedBasis.includes(' ') ? element('p', { class: 'soft', text: tame(report.publishedBasis, 300) }) : null,
        target ? element('p', { class: 'address' }, element('a', { href: target, rel: 'noreferrer noopener external', target: '_blank', text: brief(report.address, 120) })) : report.address ? element('p', { class: 'address soft', text: brief(report.address, 120) }) : null,
        report.sha256 ? element('p', { class: 'hash soft' }, t('report.hash'), ' ', element('code', { text: tame(report.sha256, 64), title: t('report.hashHint') })) : null,
        page.mayWrite && report.kind !== 'text' ? copyNode(page, report) : null,
        page.mayWrite && report.kind === 'text' ? element('div', { class: 'actions' }, small(`date-${report.id}`, t('report.date'), () => page.edit.dateline(report), { className: 'button', label: t('report.dateLabel', { id: String(report.id) }) })) : null,
        report.quotes.length ? element('details', { id: `quotes-${report.id}` }, element('summary', { text: t('report.quotes', { n: report.quotes.length }) }), ...report.quotes.slice(0, 60).map((span) => quoteNode(span, { withReport: false })).filter(Boolean)) : null,
        report.quotesLeftOut ? element('p', { class: 'soft', text: t('report.quotesLeftOut', { n: report.quotesLeftOut }) }) : null);
}

// Pictures are shown, other files saved; nothing of them is run.
function copyNode({ visit }, report) {
    const node = element('div', { class: 'actions copy' });
    const isPicture = pictures.has(report.mediaType) && report.kind === 'picture';
    const take = async () => {
        try {
            const address = URL.createObjectURL(new Blob([await askCopy(visit.id, report.id)], { type: isPicture ? report.mediaType : 'application/octet-stream' }));
            if (isPicture) return node.replaceChildren(element('img', { src: address, alt: reportTitle(report) }));
            element('a', { href: address, download: tame(report.name ?? `report-${report.id}`, 100) }).click();
            setTimeout(() => URL.revokeObjectURL(address), 10_000);
        } catch (error) {
            node.append(element('p', { class: 'error', role: 'alert', text: error.message }));
        }
    };
    node.append(small(`copy-${report.id}`, t(isPicture ? 'report.showPicture' : 'report.saveCopy'), take, { className: 'button' }));
    return node;
}

function languageName(code) {
    try {
        return new Intl.DisplayNames(language(), { type: 'language' }).of(code) ?? code;
    } catch {
        return tame(code, 8);
    }
}
