// swift-tools-version:6.2
import PackageDescription

/// One set of rules for every target.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// For tests that wait more than they reckon: what they test is optimised, they themselves are not, which is compiled in a third of the time.
/// Measured on two cores: Site's tests alone took four minutes of the compiler's time, more than anything else there is.
let unoptimised = house + [.unsafeFlags(["-Onone"])]

/// A room and its tests. `uses` are the arrows of HOUSE.md; the tests may use what their room uses.
func room(
    _ name: String,
    _ uses: [Target.Dependency] = [],
    testsUse: [Target.Dependency] = [],
    resources: [Resource] = [],
    testSettings: [SwiftSetting] = house
) -> [Target] {
    [
        .target(name: name, dependencies: uses, resources: resources, swiftSettings: house),
        .testTarget(
            name: name + "Tests",
            dependencies: [.target(name: name), "TestSupport"] + uses + testsUse,
            swiftSettings: testSettings
        ),
    ]
}

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
    name: "pelacak",
    products: [.executable(name: "pelacak", targets: ["pelacak"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: room("Aero")
        + room("ModeS", ["Aero"])
        + room("Radio", ["Aero", "ModeS"])
        + room("Feeds", ["Aero", "ModeS", nioCore, nioPosix, logging])
        + room("Tracking", ["Aero", "ModeS", "CPrefetch"])
        + room("Flights", ["Aero", "ModeS", "Tracking"], testsUse: ["Simulation"])
        + room("Simulation", ["Aero", "ModeS", "Radio"], testsUse: ["AttackSupport"])
        + room("Visits", ["Aero", "Tracking", "Flights"], testsUse: ["Simulation", "ModeS"])
        + room("Watch", ["Aero", "Tracking", "Flights"], testsUse: ["ModeS", "Simulation"])
        + room("Bundles", ["Aero", "ModeS", "Tracking", "Flights", "Visits"], testSettings: unoptimised)
        + room(
            "Polling",
            [
                "Aero", "ModeS", "Feeds",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                crypto, nioCore, nioPosix, logging,
            ],
            testsUse: ["TestServers"],
            testSettings: unoptimised
        )
        + room(
            "Outlets",
            [
                "Aero", "Watch",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                nioHTTP1, crypto, nioCore, nioPosix, logging,
            ],
            testsUse: ["TestServers"],
            testSettings: unoptimised
        )
        + room(
            "Store",
            [
                "Aero", "ModeS", "Feeds", "Tracking", "Visits", "Watch", "CZlib", "CZstd",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            testsUse: ["Simulation"],
            testSettings: unoptimised
        )
        + room(
            "Site",
            [
                "Aero", "ModeS", "Tracking", "Flights", "Visits", "Watch", "Bundles", "CZlib", "CZstd",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                nioCore, nioPosix, nioHTTP1, nioHTTPTypes, logging, lifecycle,
            ],
            resources: [.copy("Web")],
            testSettings: unoptimised
        )
        + [
            .executableTarget(
                name: "pelacak",
                dependencies: [
                    "Aero", "ModeS", "Radio", "Feeds", "Polling", "Tracking", "Flights", "Visits", "Watch",
                    "Bundles", "Simulation", "Outlets",
                    "Store", "Site",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                    .product(name: "Yams", package: "Yams"),
                    crypto, logging, lifecycle, signals, nioCore, nioPosix,
                ],
                swiftSettings: house
            ),
            .testTarget(
                name: "EndToEndTests",
                dependencies: [
                    "Aero", "ModeS", "Radio", "Feeds", "Polling", "Tracking", "Flights", "Visits", "Watch",
                    "Bundles", "Simulation", "Outlets",
                    "Store", "Site",
                    "TestSupport", "TestServers", "AttackSupport",
                    "pelacak",
                    crypto, logging, nioCore, nioPosix,
                ],
                swiftSettings: unoptimised
            ),
            .systemLibrary(name: "CPrefetch"),
            .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
            .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
            .target(
                name: "TestServers",
                dependencies: [nioCore, nioPosix],
                path: "Tests/TestServers",
                swiftSettings: house
            ),
            .target(
                name: "TestSupport",
                dependencies: ["Aero", "ModeS"],
                path: "Tests/TestSupport",
                resources: [.copy("Vectors")],
                swiftSettings: house
            ),
            .target(
                name: "AttackSupport",
                dependencies: ["Aero", "Simulation"],
                path: "Tests/AttackSupport",
                swiftSettings: house
            ),
        ]
)
