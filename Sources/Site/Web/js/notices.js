// The strips below the bar: simulated, lost connection, what was chosen as source.
import { byId, element } from './dom.js';
import { t } from './language.js';

const shown = new Map();

/**
 * Shows a strip of this name, or takes it away with `null`.
 * - Parameter content: `{tone: 'warn'|'bad'|'', text, strong, links: [[text, href]], action: [text, function], dismiss: function}`.
 */
export function notice(name, content) {
    const old = shown.get(name);
    const key = JSON.stringify(content);
    if (old?.key === key) return;
    if (!content) {
        old?.node.remove();
        shown.delete(name);
        return;
    }
    const text = element('p', {}, content.strong ? element('strong', { text: content.strong }) : null, content.strong ? ' ' : null, content.text);
    for (const [label, address] of content.links ?? []) text.append(' ', element('a', { href: address, text: label }));
    const node = element('div', { class: `notice ${content.tone ?? ''}`, id: `notice-${name}` }, text);
    if (content.action) node.append(element('button', { type: 'button', text: content.action[0], onclick: content.action[1] }));
    if (content.dismiss) node.append(element('button', { type: 'button', text: t('notice.dismiss'), onclick: content.dismiss }));
    if (old) old.node.replaceWith(node);
    else byId('notices').append(node);
    shown.set(name, { node, key });
}

/** The strip that says whether the sky is real, for every page. */
export function provenanceNotice(site) {
    const provenance = site.simulated ? 'simulated' : site.provenance;
    if (provenance === 'simulated') {
        notice('provenance', { tone: 'warn', strong: t('simulated.word'), text: t('simulated.text'), links: [[t('simulated.more'), '/about#simulated']] });
    } else if (provenance === 'undetermined') {
        notice('provenance', { tone: 'warn', text: t('undetermined.text') });
    } else {
        notice('provenance', null);
    }
}

/** The strip that says that nothing is written down at present, and why; what is shown is not touched by it. */
export function stoppedNotice(site) {
    const stops = site.historyStopped ?? [];
    if (stops.length === 0) return notice('stopped', null);
    const isFull = stops.some((stop) => stop.reason === 'disk-full');
    notice('stopped', { tone: 'bad', strong: t('stopped.word'), text: t(isFull ? 'stopped.full' : 'stopped.other') });
}

/** The strip that says which source was chosen and how to choose another; until dismissed. */
export function choiceNotice(site) {
    const choice = site.choice;
    const key = choice ? `${choice.reason} ${(choice.sources ?? []).join(' ')}` : null;
    let dismissed = null;
    try {
        dismissed = sessionStorage.getItem('pelacak.choice');
    } catch {
        // Without storage the strip comes back with the next page.
    }
    if (!choice || choice.reason === 'configured' || dismissed === key) return notice('choice', null);
    notice('choice', {
        text: t(`choice.${choice.reason}`, { sources: (choice.sources ?? []).join(', ') }), links: [[t('choice.change'), '/sources']],
        dismiss: () => {
            try {
                sessionStorage.setItem('pelacak.choice', key);
            } catch {
                // As above.
            }
            notice('choice', null);
        },
    });
}
