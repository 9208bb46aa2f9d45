extension Lexicon {
    static let english = Lexicon(
        cues: PhraseTable(
            """
            depart: departs, depart, departed, departing, departure, takes off, take off, took off, taking off, sets off, set off, setting off, sets out, set out, lifts off, lifted off
            leave: leave, leaves, leaving, left
            travel: fly, flies, flying, flew, flown, travel, travels, travelling, traveling, travelled, traveled, head, heads, heading, headed, go, goes, going, went, go on, goes on, going on, went on, continue, continues, continuing, continued, proceed, proceeds, bound, journey, journeys, move on, moves on, onward, make his way, makes his way, carry on, pushes on, travel on, fly on, flies on, flying on, flew on, jet, jets off, hops, hop, cross, crosses, crossed, crossing, travelling on, traveling on, moving on
            arrive: arrive, arrives, arriving, arrived, arrival, land, lands, landing, landed, touch down, touches down, touched down, touching down, due, be in, will be in, reach, reaches, reached, reaching, welcomed, received, greeted, hosted, flies into, fly into, flew into, gets in, show up, appear, is in, expected in, expected, awaited
            stopover: stop over, stops over, stopover, stopovers, stopping over, stopped over, stop, stops, stopping, stopped, refuel, refuels, refuelled, refueled, refuelling, refueling, layover, transit, transits, transiting, call at, calls at, calling at, break the journey, breaks the journey, breaking the journey, touching, pause, pauses, technical stop, stop off, stops off
            visit: visit, visits, visiting, visited, tour, tours, touring, toured
            trip: visit, state visit, official visit, trip, trips, tour, journey, flight, flights, visits, voyage, leg, working visit, swing, travels, pilgrimage, detour, side trip, stay
            goBack: return, returns, returning, returned, back, go back, goes back, going back, fly back, flies back, flying back, flew back, head back, heads back, heading back, fly home, flies home, flying home, head home, heads home, heading home, homecoming, go home, goes home
            dayTrip: day trip, one-day trip, one-day visit, there and back
            surface: train, by train, railway, rail, by rail, by road, by car, motorcade, drive, drives, driving, drove, driven, bus, by bus, coach, ferry, by ferry, by boat, ship, by ship, by sea, sleeper train, overnight train, overland, by land
            home: home, back home
            to: to, for, toward, towards, into, onto
            from: from, out of
            at: in, at, near, on
            via: via, through, by way of, with a stop in, with a stop at, with a stopover in, with a stopover at, stopping in, stopping at, with a refuelling stop in, with a refueling stop in
            there: there, in that city, in the city, in that country
            before: before, prior to, ahead of, until, en route to, on the way to, on his way to, on her way to, on their way to, on route to
            to: en route to, on the way to, on his way to, on her way to, on their way to, on route to
            rider: with, aboard, on board, by, using, accompanied by, alongside, together with
            after: after, following, having, once, upon
            afterFirst: after first, having first, after a stop in, after a stop at, after stopping in, after stopping at, after a stopover in, after calling at, after a refuelling stop in, after a refueling stop in, after an earlier stop in
            first: first, first of all, initially, to begin with
            then: then, next, afterwards, afterward, later, subsequently, from there, after that, and on, followed by, thereafter
            purpose: to attend, to meet, to discuss, to receive, to sign, to address, to open, to host, to welcome, to see, to join, to speak, to take part, to mark, to celebrate, to lay, to deliver, to hold, to watch, for talks, for a meeting, for a summit, for meetings, for the
            say: said, say, says, saying, told, tells, announced, announces, confirmed, confirms, reported, reports, stated, wrote, writes, added, adds, insisted, insists, noted, disclosed, revealed, shows, show, showed, described, describes, tweeted, posted, indicated, indicates, believes, believe, suggested, claims, claimed, published, released, expects, acknowledged, conceded, remarked, recalled, explained, hinted, argued, declared, declares, informed, signalled, testified, predicted, urged, estimate, estimates, estimated, maintained, maintains
            accordingTo: according to, citing, cited by, quoting, as reported by, in the words of, as announced by, per
            quoted: quoted on, cited on
            disclose: announce, announced, disclose, disclosed, release, released, reveal, revealed, publish, published, specify, specified, confirm, confirmed, detail, detailed, details, given, identified, identify, provided, provide, shared, divulge, divulged, say when, say which, say where, say whether, say who, made public, word on, information
            comment: comment, commented, answer, answered, respond, responded, reply, replied, discuss, discussed, elaborate, be drawn, take questions
            mention: mention, mentioned, mentions, list, listed, lists, include, included, includes, appear, appears, feature, features
            refuse: declined, declines, decline, declining, refused, refuses, refusing, would not, unwilling, wouldn't
            denies: refuted, refutes, dismissed as false, denied, denies, deny, denying, rejects, rejected, dismissed, dismisses
            noComment: declined to comment, declines to comment, did not comment, would not comment, refused to comment, no comment, did not respond, did not reply, had no comment, declined to say, declined to answer, would not say, would not be drawn, did not immediately respond, would neither confirm nor deny, neither confirmed nor denied, could not be reached, declined to discuss, refused to say, did not return
            evades: brushed aside, brushes aside, sidestepped, sidesteps, dodged, deflected, evaded, waved away, ducked, batted away, side-stepped, brushed off, played down, plays down, laughed off, waved off, shrugged off, avoided questions, avoided the question, avoided answering, evasive, parried, fended off
            accuses: accuse, accuses, accused, accusing, allege, alleges, alleged, accusation
            warns: threatened, threatens, threatening, warn, warns, warned, warning, warnings, cautioned, cautions, cautioned, advised airlines, advisory, notam
            scheduled: scheduled, due, will, shall, is to, are to, schedule, set to, is set to, programme, timetable, slated
            planned: planned, plans, plan, planning, intends, intend, intending, hopes
            expected: expected, expects, likely, forecast, anticipated, supposed
            understood: understood
            possible: could, may, might, possible, possibly, perhaps, not rule out, did not rule out, has not ruled out, not ruled out, does not rule out
            suspected: suspected, rumoured, rumored, believed, thought to, speculation, unconfirmed
            announced: announced, confirmed, officially
            reported: reported, reportedly, was said, is said, are said, said to
            past: was, were, had, has, have, did, already
            future: will, shall, is to, going to, upcoming, due, would be
            negation: no, not, without, never, cancel, cancels, cancelled, canceled, cancelling, rule out, rules out, ruled out, ruling out, called off, calls off, abandoned, scrapped, dropped, drops, neither, nor, won't, wouldn't, isn't, doesn't, instead of, rather than, skip, skips, skipping, skipped, bypass, bypassing, denied plans, denied any plan, denied, refused, dropped plans, would not
            cancelled: been cancelled, been canceled, was cancelled, was canceled, is off, been ruled out, was ruled out, been scrapped, been called off, been dropped, is not planned, not planned, not on the, not part of, not foreseen, not expected, not scheduled, been postponed, was dropped, is cancelled, were ruled out, was called off, was scrapped, been shelved, not included
            begins: begin, begins, beginning, start, starts, starting, opens, takes place, take place, held, gets under way
            turn: but, while, whereas, although, though, however, meanwhile, even though
            carrying: carrying, bringing, carries, carried, with the, bearing
            secrecy: not given, not disclosed, undisclosed, not announced, not been announced, not been disclosed, not been released, secret, secrecy, withheld, not released, not made public, not public, kept secret, under wraps, not revealed, not been made public, no details, not been published, not published, confidential, unannounced, not specified, did not specify, without giving, gave no details, did not give, not been given, not say when, not say how, not be disclosed, not be announced, not been revealed, no timetable, no flight details, classified, tight-lipped, not be released, no date, no route, no destination, no itinerary, no schedule, no further details, no timings, no dates, no destinations, not identified, did not announce, has not announced, have not announced, has not said, have not said, did not say, does not say, has not disclosed, have not disclosed, did not disclose, has not released, has not published, have not published, not confirmed when, kept the date
            omission: not listed, not on the list, does not list, do not list, did not list, omitted, omits, leaves out, left out, left off, not on the schedule, not appear, not appear on, does not mention, did not mention, makes no mention, made no mention, not on the official, absent from, missing from, not included, does not include, did not include, not mentioned, no mention, not among, not on the itinerary, not on the official schedule, not on the published schedule, not part of the itinerary, not part of the trip, not on the programme, not on the agenda, did not name, does not name, leaves off
            unnamed: not to be named, asked not to be named, on condition of anonymity, anonymity, not authorised to speak, not authorized to speak, anonymous, unnamed, declined to be named, who was not named, did not want to be named, asked not to be identified, not to be identified, who requested anonymity
            aircraft: aircraft, plane, planes, jet, jets, airliner, airplane, aeroplane, airplanes, helicopter, airliners, flight
            charter: chartered, charter, leased, hired, borrowed, commercial, scheduled flight, wet-leased, rented, lent, loaned
            fighter: fighter aircraft, fighter jets, fighter jet, fighters, fighter planes, fighter, warplanes
            escort: escort, escorts, escorted, escorting
            unknown: mystery, unclear, unknown
            stateAircraft: presidential aircraft, presidential plane, presidential jet, state aircraft, official aircraft, government aircraft, government plane, royal flight, air force one, official plane, state plane, official jet, government jet, usual aircraft, own aircraft, own plane, own jet
            ruledOut: not use, not using, will not use, not be used, would not use, not be using, ruled out, not the, instead of, rather than, grounded, under maintenance, in maintenance, undergoing maintenance, will not fly, not fly, out of service, not available, unavailable, under repair
            seen: seen, spotted, tracked, sighted, photographed, filmed, observed, tracking data showed, tracking data shows, tracking sites showed, trackers saw, tracking site showed, tracking services showed, watchers saw, flight-tracking data showed, flight tracking data showed, saw, snapped
            ownCrowd: advance team, advance party, press plane, cargo plane, cargo aircraft, cargo planes, transport aircraft, delegation's plane, ministers' plane, backup aircraft, backup plane, support aircraft, security detail, advance delegation, second aircraft, business delegation, press corps, accompanying ministers, accompanying journalists, transport planes, equipment, vehicles, limousines, separate aircraft, separate plane, separate planes, business people, business leaders, support plane, support planes
            programme: attend, attends, attending, address, addresses, open, opens, inaugurate, inaugurates, lay, lays, sign, signs, celebrate, celebrates, deliver, delivers, preside, presides, watch, watches, pray, prays, unveil, unveils, tour the, pay respects, give a speech, gives a speech, plant a tree, speak at, speaks at
            ceremony: ceremony, ceremonies, banquet, exhibition, mass, signing, parade, lecture, reception, gala, wreath, state dinner, luncheon, speech, talks
            meeting: meeting, meetings, meet, meets, talks, summit, meets with, audience, negotiations, hold talks, holds talks, bilateral, met
            event: summit, conference, forum, session, parade, expo, festival, funeral, inauguration, coronation, olympics, games, anniversary, general assembly, congress, celebrations, ceremony
            venue: church, mosque, cathedral, university, stadium, palace, museum, embassy, hotel, court, tribunal, cemetery, monument, hall, tomb, park, campus, centre, center, school, hospital, temple, shrine, factory, port, parliament, institute, synagogue, basilica, institution, bank, headquarters, council, barracks, shipyard, memorial, castle, abbey, mausoleum, square, library, conference centre, convention centre, convention center, street, avenue, treaty, agreement, accord, accords, protocol, declaration
            spend: spend, spends, spending, spent, stay, stays, staying, remain, remains
            overnight: overnight, the night, one night, a night
            hours: hours, hour, minutes
            welcome: receive, receives, receiving, host, hosts, hosting, welcome, welcomes, welcoming, greet
            invitation: invited, invites, invitation, inviting
            history: last visited, last visit, first since, first in, first visit in, first visit since, previously, last year, years ago, last month, last week, earlier this year, in the past, first trip since, first trip in, rarely left, last time, previous visit, decades, last travelled, last traveled, ago, last trip, first trip, first visit, first official visit, first state visit, first overseas trip, first foreign trip, first sitting, took place, had visited, had travelled
            duration: for
            pronoun: he, she, the president, the leader, the prime minister, the king, the pope, the chancellor, the monarch, the pontiff, the sultan, the emir, the emperor, the queen, the premier, they, the head of state, the head of government, the crown prince, the minister
            delegation: delegation, the delegation, the party, entourage, his delegation, her delegation, his party, his entourage, the presidential party, presidential party
            anonymous: spokesman, spokeswoman, spokesperson, aide, aides, official, officials, sources, source, people, adviser, advisers, advisor, diplomat, diplomats, analysts, analyst, observers, reporters, person, persons, pilots, state media, news agency, state television, residents, witnesses, airport staff, spotters, plane spotters, flight trackers, airport authority, airport official, airport officials, organisers, organizers, media, newspapers, media reports, local media, presidential aides, envoys, insiders, traders, air traffic controllers, airline, ambassador, deputy spokesman, deputy spokeswoman, press secretary
            voice: lawmakers, lawmaker, politicians, politician, legislators, investigators, prosecutors, police, intelligence service, intelligence agency, spy agency, military, army, navy, air force, coastguard, experts, expert, historians, campaigners, activists, guards, bodyguards, doctors, staff, team, negotiators, negotiator, newspaper, broadcaster, television, agency, state news agency, state radio, state broadcaster, national broadcaster, magazine, website, insider
            voice: employee, employees, worker, workers, pilot, passenger, passengers, correspondent, correspondents, journalist, journalists, deputy, representative, representatives, chief of protocol, protocol chief, chief of staff, secretary, organiser, organizer, association, union, regulator, aviation authority, airports authority, civil aviation authority, authorities, opposition, bishops, bishop, mission, consulate, planners, commander, commanders, general
            voice: tracking site, flight-tracking site, flight tracking site, tracking service, enthusiasts, enthusiast, watchers, tracker, trackers, court, administration, counterpart, security council, council, agencies
            institution: office, ministry, foreign ministry, foreign office, state department, palace, government, embassy, royal court, press office, presidency, prime minister's office, presidential office, chancellery, cabinet office, secretariat, press service, communications office, press department, information ministry, interior ministry, government press office, royal palace, royal household, defence ministry, cabinet, president's office, chancellery, protocol office, the prime minister's office, the president's office, the foreign ministry, the defence ministry, the chancellor's office
            block: war, conflict, crisis, attack, attacks, invasion, weapons, arms, support, aid, letter, relations, ties, exports, imports, influence, pressure, sanctions, troops, ally, allies, backing, backs, supply, supplying, supplied, supplies, sending, sent, sends, selling, sells, sold, threat, message, call, calls, spoke, phone, ambassador, envoy, trade, ceasefire, deal, agreement, questions, question, court, representing, born, policy, role, question issue, situation, supports, respond, response, listening, danger, missile, missiles, compared, native
            airport: airport, air base, airbase, air force base, airfield, base, joint base, international airport, military airport, field, military base, naval air station
            cityWord: the city of, city, capital, the capital, the capital of, nearby, neighbouring, neighboring, south-eastern, southeastern, north-eastern, northeastern, north-western, northwestern, south-western, southwestern, northern, southern, eastern, western, central, the, downtown, the city, port city, the port city of, state of, the state of, the kingdom of, the republic of, the island of, the town of, province, its neighbour, its neighbor
            """
        )
    )
}
