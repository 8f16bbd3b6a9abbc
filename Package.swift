// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

// Pango's own pkg-config file drags in `-pthread`, which SwiftPM refuses with a warning at every
// build; so its neighbours' files are named below, and its one header directory here.
let pangoHeaders: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-I/usr/include/pango-1.0"])]

// The import table of docs/architecture.md, as the compiler sees it. `make check` holds the
// sources against the same table, because the compiler lets a file import what any
// dependency of its target brings along.
let package = Package(
    name: "HoSo",
    products: [.executable(name: "hoso", targets: ["hoso"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        // The apt names here are what SwiftPM prints when a library is missing; the list that
        // `make` installs from is packages.txt.
        .systemLibrary(
            name: "CTesseract", pkgConfig: "tesseract lept",
            providers: [.apt(["libtesseract-dev", "libleptonica-dev"])]),
        .systemLibrary(
            name: "CPangoCairo", pkgConfig: "cairo glib-2.0 gobject-2.0 harfbuzz fontconfig",
            providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CTIFF", pkgConfig: "libtiff-4", providers: [.apt(["libtiff-dev"])]),
        .systemLibrary(name: "CTurboJPEG", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CZXing", linkerSettings: [.linkedLibrary("ZXing")]),
        // Compiled in: a reader finds its network wherever `hoso` lies.
        .target(name: "CPrintNetwork"),

        .target(name: "Dossiers", swiftSettings: settings),
        .target(name: "Extraction", dependencies: ["Dossiers"], swiftSettings: settings),
        .target(name: "Classification", dependencies: ["Dossiers", "CZlib"], swiftSettings: settings),
        .target(name: "Routing", dependencies: ["Dossiers"], swiftSettings: settings),
        .target(
            name: "Reading", dependencies: ["Dossiers", "CPrintNetwork", "CTesseract", "CZXing"],
            resources: [.embedInCode("Resources")], swiftSettings: settings),
        .target(
            name: "Scans",
            dependencies: ["Dossiers", .product(name: "Subprocess", package: "swift-subprocess")],
            swiftSettings: settings),
        .target(
            name: "WebClient", dependencies: ["CCurl", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(
            name: "Ledger",
            dependencies: [
                "Dossiers", "WebClient", "CPostgres", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .target(
            name: "Insight", dependencies: ["Dossiers", "Ledger", "Routing"], swiftSettings: settings),
        .target(
            name: "Print",
            dependencies: ["Dossiers", "Routing", "CPangoCairo", "CQREncode", "CTIFF", "CTurboJPEG"],
            swiftSettings: settings + pangoHeaders),
        .target(
            name: "Triage",
            dependencies: [
                "Dossiers", "Reading", "Scans", "Extraction", "Classification", "Routing", "Ledger", "WebClient",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        // Pages, style and script are compiled in: one file to install, and no page can be missing.
        .target(
            name: "Desk",
            dependencies: [
                "Dossiers", "Routing", "Ledger", "Insight", "Print", "Triage", "WebClient",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ],
            resources: [.embedInCode("Resources")], swiftSettings: settings + pangoHeaders),
        .executableTarget(
            name: "hoso",
            dependencies: [
                "Dossiers", "Reading", "Scans", "Extraction", "Classification", "Routing", "Ledger",
                "Insight", "Print", "Triage", "Desk",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings + pangoHeaders),

        // Not a product: `make bench-ledger` builds and runs it.
        .executableTarget(
            name: "ledger-bench",
            dependencies: [
                "Dossiers", "Ledger", "Routing", "Insight", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks/LedgerBench", swiftSettings: settings),

        // Servers that tests start for themselves.
        .target(
            name: "TestServices", path: "Tests/Services", exclude: ["breaking_proxy.py"], swiftSettings: settings),
        .testTarget(name: "DossiersTests", dependencies: ["Dossiers"], swiftSettings: settings),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Dossiers", "Extraction"], swiftSettings: settings),
        .testTarget(
            name: "ClassificationTests", dependencies: ["Dossiers", "Classification"],
            swiftSettings: settings),
        .testTarget(name: "RoutingTests", dependencies: ["Dossiers", "Routing"], swiftSettings: settings),
        .testTarget(
            name: "ReadingTests", dependencies: ["Dossiers", "Reading", "Scans", "Print", "CTesseract"],
            exclude: ["Pictures"], swiftSettings: settings + pangoHeaders),
        .testTarget(name: "ScansTests", dependencies: ["Dossiers", "Scans"], swiftSettings: settings),
        .testTarget(name: "WebClientTests", dependencies: ["WebClient"], swiftSettings: settings),
        // GRDB here is the second pair of eyes: tests look at the file past the ledger's own code.
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Dossiers", "Ledger", "TestServices", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "InsightTests", dependencies: ["Dossiers", "Ledger", "Routing", "Insight"],
            swiftSettings: settings),
        .testTarget(
            name: "PrintTests", dependencies: ["Dossiers", "Routing", "Print", "Triage"],
            swiftSettings: settings + pangoHeaders),
        .testTarget(
            name: "TriageTests",
            dependencies: ["Dossiers", "Routing", "Classification", "Extraction", "Ledger", "Triage", "WebClient"],
            swiftSettings: settings),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Dossiers", "Routing", "Ledger", "Insight", "Triage", "Desk", "WebClient", "TestServices",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings + pangoHeaders),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "Dossiers", "Ledger", "TestServices", .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            exclude: ["Receiver"], swiftSettings: settings),
    ]
)
