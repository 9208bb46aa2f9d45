// One source of the list: its state in words, its counters, and what can be done with it.
import { element, setText, tame } from './dom.js';
import { drawFeeders } from './feeders.js';
import { has, number, t } from './language.js';
import { fillPoll, pollKey, pollPart } from './pollcard.js';
import { receiverLink } from './receptionquery.js';
import { spanText } from './time.js';
import { told } from './told.js';

const tones = {
    connected: 'good', listening: 'good', reading: 'good', finished: '', paused: 'wait', connecting: 'wait', waiting: 'wait', refused: 'bad', failed: 'bad',
};
const counters = ['frames', 'aircraft', 'positions', 'rejected', 'bytes', 'connections', 'dropped'];

/** Draws a source into its card, or a new one; what has not changed is left alone, so that the focus stays. */
export function drawCard(source, node, { confirming, pause, askRemove, keep, remove, confirm }) {
    const key = JSON.stringify([document.documentElement.lang, source.state === 'paused', confirming, source.specification, source.fromFile, source.hasPlace, pollKey(source)]);
    if (!node) node = element('li', { class: 'card', 'data-id': source.id });
    if (node.dataset.key !== key) {
        node.dataset.key = key;
        const paused = source.state === 'paused';
        const name = tame(source.name, 60);
        const pauseButton = element('button', { type: 'button', class: 'button pause', text: t(paused ? 'source.resume' : 'source.pause'), 'aria-label': `${t(paused ? 'source.resume' : 'source.pause')}: ${name}`, onclick: pause });
        const removeButton = element('button', { type: 'button', class: 'button remove', text: t('source.remove'), 'aria-label': `${t('source.remove')}: ${name}`, onclick: askRemove });
        const focused = node.contains(document.activeElement) ? [...document.activeElement.classList].find((one) => ['pause', 'remove'].includes(one)) : null;
        node.replaceChildren(...[
            element('div', { class: 'head' }, element('h3', { text: name }), element('span', { class: 'status' })),
            element('p', { class: 'address mono', text: tame(source.specification ?? '', 200) }),
            element('p', { class: 'detail told' }),
            element('p', { class: 'detail bad lost', hidden: true }),
            pollPart(source, confirm),
            element('dl', { class: 'counters' }, ...counters.map((one) => element('div', {}, element('dt', { text: t(`counter.${one}`) }), element('dd', { 'data-counter': one })))),
            element('p', { class: 'detail first' }),
            element('div', { class: 'feeder-place' }),
            element('p', { class: 'detail', text: [source.poll ? null : t(source.hasPlace ? 'source.hasPlace' : 'source.noPlace'), source.fromFile === false ? t('source.notFromFile') : null].filter(Boolean).join(' ') }),
            confirming
                ? element('div', { class: 'confirm', role: 'group', 'aria-label': t('source.remove') },
                    element('p', { text: t('source.confirm', { name }) }),
                    element('button', { type: 'button', class: 'button keep', text: t('source.keep'), onclick: keep }),
                    element('button', { type: 'button', class: 'button danger really', text: t('source.really'), onclick: remove }))
                : element('div', { class: 'actions' }, pauseButton, removeButton, source.poll ? null : element('a', { class: 'reception', href: receiverLink({ source: source.name }), text: t('source.reception'), 'aria-label': `${t('source.reception')}: ${name}` })),
        ].filter(Boolean));
        if (focused) node.querySelector(`.${focused}`)?.focus();
    }
    fill(node, source);
    return node;
}

function fill(node, source) {
    // A polled source that is off says in its own words what to do.
    const isOff = source.state === 'refused' && source.poll?.credit && !source.poll.termsRead && source.specification;
    const status = node.querySelector('.status');
    status.className = `status ${isOff ? 'wait' : tones[source.state] ?? ''}`;
    const state = isOff ? 'off' : source.state;
    setText(status, has(`status.${state}`) ? t(`status.${state}`) : tame(state, 20));
    const trouble = isOff ? '' : told(source.detail);
    const lines = [trouble, Number.isFinite(source.retryIn) && !source.poll ? t('source.retry', { seconds: Math.ceil(source.retryIn) }) : null];
    const line = node.querySelector('.told');
    line.classList.toggle('bad', trouble !== '' && ['waiting', 'refused', 'failed'].includes(source.state));
    setText(line, lines.filter(Boolean).join(' '));
    const { samples = 0, lostSamples = 0 } = source.radio ?? {};
    const lost = node.querySelector('.lost');
    lost.hidden = !(lostSamples > 0);
    setText(lost, lost.hidden ? '' : t('source.lost', { n: lostSamples, share: `${number(100 * lostSamples / (samples + lostSamples), 2)}\u00a0%` }));
    for (const cell of node.querySelectorAll('[data-counter]')) {
        const value = source.counters?.[cell.dataset.counter];
        setText(cell, value === undefined ? t('value.unknown') : cell.dataset.counter === 'bytes' ? bytes(value) : number(value));
    }
    fillPoll(node, source);
    drawFeeders(node.querySelector('.feeder-place'), source);
    const first = source.firstThirtySeconds;
    setText(node.querySelector('.first'), first && first.frames !== undefined ? t(first.complete ? 'source.first' : 'source.firstSoFar', {
        span: spanText(first.seconds ?? 30), frames: first.frames, aircraft: first.aircraft ?? 0, positions: first.positions ?? 0,
    }) : '');
}

/** Bytes in the largest unit that fits. */
export function bytes(value) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let at = 0;
    let left = value;
    while (left >= 1000 && at < units.length - 1) {
        left /= 1000;
        at++;
    }
    return `${number(left, at === 0 ? 0 : 1)}\u00a0${units[at]}`;
}

