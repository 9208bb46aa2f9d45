// What the page of objections asks (docs/http-api.md).
import { asking } from './editionapi.js';
import { readChallenges } from './objectiondoc.js';
import { request } from './writing.js';

/** All that an edition says, as it was published: not shaped yet. */
export async function askEdition(number) {
    const answer = await fetch(`/editions/${number}/edition.json`);
    if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { status: answer.status });
    return answer.json();
}

/** What was objected to an edition. */
export async function askChallenges(number) {
    return readChallenges(await (await request('GET', `editions/${number}/challenges${asking({})}`)).json());
}

/** Takes an objection down; its number. */
export async function addChallenge(number, body) {
    return (await (await request('POST', `editions/${number}/challenges${asking({})}`, body)).json())?.number;
}

/** Answers an objection, tells it or no longer. */
export async function settleChallenge(number, challenge, body) {
    await request('PUT', `editions/${number}/challenges/${challenge}${asking({})}`, body);
}
