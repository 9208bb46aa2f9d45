// The page where one signs in with a token, and out. The token goes to the server once; what stays is a cookie no script can read.
import { nextPage } from './access.js';
import { announce } from './announcer.js';
import { byId, setText, show, tame } from './dom.js';
import { t } from './language.js';
import { startPage } from './page.js';

const next = nextPage(location.hash, location.origin);
let session = null;
let trouble = null;

await startPage(() => draw(), ['language', 'theme'], { leads: false });
await ask('GET');
draw();
if (!session?.name) byId('signin-token').focus();

byId('signin').addEventListener('submit', async (event) => {
    event.preventDefault();
    const input = byId('signin-token');
    const answer = await ask('POST', { token: input.value.trim() });
    if (answer?.ok) {
        input.value = '';
        location.replace(next);
        return;
    }
    trouble = answer?.status === 429 ? 'signin.tooMany' : answer ? 'signin.refused' : 'stream.lost';
    draw();
    announce(t(trouble));
    input.focus();
});

byId('sign-out').addEventListener('click', async () => {
    await ask('DELETE');
    try {
        sessionStorage.removeItem('pelacak.token');
    } catch {
        // Nothing was kept then.
    }
    draw();
    announce(t('signin.outDone'));
});

async function ask(method, body) {
    try {
        const answer = await fetch('/api/v1/session', {
            method, cache: 'no-store', headers: body ? { 'Content-Type': 'application/json' } : {}, body: body ? JSON.stringify(body) : undefined,
        });
        if (answer.ok) session = await answer.json();
        return answer;
    } catch {
        return null;
    }
}

function draw() {
    show(byId('signin'), !session?.name);
    show(byId('signed'), Boolean(session?.name));
    setText(byId('lead'), t(session?.reading === 'public' ? 'signin.leadPublic' : 'signin.lead'));
    if (session?.name) setText(byId('signed-who'), t(`signin.as.${session.scope === 'write' ? 'write' : 'read'}`, { name: tame(session.name, 64) }));
    show(byId('signin-error'), trouble !== null);
    if (trouble) setText(byId('signin-error'), t(trouble));
    byId('signin-token').setAttribute('aria-invalid', String(trouble !== null));
}
