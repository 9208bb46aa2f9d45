import Aero

extension ProviderDirectory {
    /// The providers we know, with what each fact was read in; docs/providers.md shows the table.
    ///
    /// A figure that no document of the provider names is ours and says so. Terms change: the operator reads them himself, and
    /// that he did is what he confirms.
    static let known: [ProviderProfile] = [adsbLol, adsbFi, airplanesLive, adsbExchange, openSky]

    private static let adsbLol = ProviderProfile(
        id: "adsb-lol",
        name: "adsb.lol",
        hosts: ["api.adsb.lol"],
        formats: [.v2],
        // Ours: the provider calls its limits dynamic; a user was stopped after 7 requests in 40 s.
        minimumInterval: 10,
        usualInterval: 10,
        licence: .openDatabase,
        credit: "Data from adsb.lol and its feeders, ODbL 1.0",
        home: "https://adsb.lol",
        terms: "https://api.adsb.lol/docs",
        termsRead: "2026-11-25",
        source: "github.com/adsblol/api: src/adsb_api/app.py at 008a308 (terms, licence), README.md at 3588363 (paths, "
            + "radius), pull request 57 (limits are dynamic)",
        isVerified: true,
        fits: [.personal: .yes, .research: .yes, .newsroom: .yes],
        note: "The provider asks to be told of production use, and may ask for a key later."
    )

    private static let adsbFi = ProviderProfile(
        id: "adsb-fi",
        name: "adsb.fi",
        hosts: ["opendata.adsb.fi"],
        formats: [.v2],
        basePath: "/api",
        dialect: .distance,
        minimumInterval: 1,
        // Ours: the provider allows one a second; users were stopped at one in two seconds.
        usualInterval: 5,
        licence: .noRedistribution,
        credit: "Data from adsb.fi (https://adsb.fi)",
        home: "https://adsb.fi",
        terms: "https://github.com/adsbfi/opendata/blob/main/README.md",
        termsRead: "2026-11-25",
        source: "github.com/adsbfi/opendata: README.md at 11d23ed",
        isVerified: true,
        fits: [.personal: .yes, .research: .unclear, .newsroom: .no],
        note: "For personal, non-commercial use only; adsb.fi must be cited with a link."
    )

    private static let airplanesLive = ProviderProfile(
        id: "airplanes-live",
        name: "airplanes.live",
        hosts: ["api.airplanes.live"],
        formats: [.v2],
        minimumInterval: 1,
        // Ours: 500 requests a day, as users report, are one in 173 s.
        usualInterval: 180,
        credits: .init(anonymousPerDay: 500, withAccountPerDay: 500, isByArea: false),
        licence: .noRedistribution,
        credit: "Data from airplanes.live (https://airplanes.live)",
        home: "https://airplanes.live",
        terms: "https://airplanes.live/api-guide/",
        termsRead: nil,
        source:
            "not readable at the provider; users report one request a second, 500 a day, no commercial use, and since 2026 "
            + "status 403 for everybody it has not approved",
        isVerified: false,
        fits: [.personal: .unclear, .research: .unclear, .newsroom: .no],
        note: "Ask the provider for access first; without it the interface answers 403."
    )

    private static let adsbExchange = ProviderProfile(
        id: "adsb-exchange",
        name: "ADS-B Exchange",
        hosts: ["adsbexchange-com1.p.rapidapi.com"],
        formats: [.v2],
        dialect: .gateway,
        minimumInterval: 1,
        // 10,000 requests a month are one in 268 s.
        usualInterval: 270,
        mostNames: 1,
        credits: .init(anonymousPerDay: 0, withAccountPerDay: 322, isByArea: false),
        keyHeader: "X-RapidAPI-Key",
        headers: ["X-RapidAPI-Host": "adsbexchange-com1.p.rapidapi.com"],
        needsKey: true,
        licence: .noRedistribution,
        credit: "Data from ADS-B Exchange (https://www.adsbexchange.com)",
        home: "https://www.adsbexchange.com",
        terms: "https://www.adsbexchange.com/terms-of-use/",
        termsRead: nil,
        source:
            "not readable at the provider; a directory of interfaces reports 10,000 requests a month and no commercial use",
        isVerified: false,
        fits: [.personal: .unclear, .research: .unclear, .newsroom: .no],
        note: "Needs a paid key of RapidAPI (key-file= or key-env=)."
    )

    private static let openSky = ProviderProfile(
        id: "opensky",
        name: "OpenSky",
        hosts: ["opensky-network.org"],
        formats: [.openSky],
        // States have a resolution of 10 s without an account, 5 s with one.
        minimumInterval: 10,
        usualInterval: 10,
        credits: .init(anonymousPerDay: 400, withAccountPerDay: 4000, isByArea: true),
        tokenAddress: "https://auth.opensky-network.org/auth/realms/opensky-network/protocol/openid-connect/token",
        licence: .nonCommercial,
        credit: "Data from The OpenSky Network, https://opensky-network.org (Schäfer et al., IPSN 2014)",
        home: "https://opensky-network.org",
        terms: "https://opensky-network.org/about/terms-of-use",
        termsRead: nil,
        source:
            "openskynetwork.github.io/opensky-api and github.com/openskynetwork/opensky-api: docs/free/rest.rst at 0a4259a "
            + "(credits, resolution, headers), README (OAuth2 since 2026-03-18), issue 67 (token address); the terms themselves "
            + "were not readable",
        isVerified: false,
        fits: [.personal: .unclear, .research: .unclear, .newsroom: .no],
        note: "For research and non-commercial use; running it in a service may need a written agreement."
    )
}
