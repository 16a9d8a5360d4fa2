// swift-tools-version: 6.2
import PackageDescription

// The floors of the house, lowest first. A module imports only from floors below it. What a target needs of packages stands
// first, since a build begins with what it meets first, and those are long to build and wait for nothing.
let package = Package(
    name: "Viewfinder",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "viewfinder", targets: ["GalleryCommand"]),
        .library(name: "Viewfinder", targets: ["Viewfinder"]),
        .executable(name: "viewfinder-web", targets: ["GalleryWebCommand"]),
        .library(name: "ViewfinderWeb", targets: ["ViewfinderWeb"]),
        .library(name: "ViewfinderTesting", targets: ["ViewfinderTesting"]),
    ],
    traits: [
        .trait(name: "TLS", description: "Lets the network's commands reach https and wss, by swift-nio-ssl.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // Floor 0: the system.
        .systemLibrary(
            name: "CNcurses",
            pkgConfig: "ncursesw",
            providers: [.apt(["libncursesw5-dev"]), .brew(["ncurses"])]
        ),
        // Floor 0: text and files, for all floors above.
        .target(name: "CLibrary"),
        .target(name: "Basics", dependencies: ["CLibrary"]),
        // Floor 1: documents, and what engine and client say to each other.
        .target(name: "HTMLTree", dependencies: ["Basics"]),
        .target(
            name: "LiveProtocol",
            dependencies: ["Basics", .orderedCollections, .product(name: "HeapModule", package: "swift-collections")]),
        // Floor 2: what views render, the browser's side, the picture.
        .target(
            name: "Markup",
            dependencies: [.orderedCollections, "LiveProtocol"]),
        .target(name: "LiveClient", dependencies: ["HTMLTree", "LiveProtocol", "Basics", .orderedCollections]),
        .target(name: "TextLayout", dependencies: ["HTMLTree", "Basics"]),
        .target(
            name: "LiveRemote",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"])),
                .orderedCollections, "LiveProtocol", "Basics", "CLibrary",
            ]),
        // Floor 3: files that render; one page, headless.
        .target(
            name: "Templates", dependencies: ["Markup", "LiveProtocol", "Basics", "CLibrary", .orderedCollections]),
        .target(name: "Simulator", dependencies: ["LiveClient", "TextLayout", "Basics"]),
        // Floor 4: the server's side, scripts, the terminal.
        .target(
            name: "LiveEngine",
            dependencies: [
                .product(name: "Metrics", package: "swift-metrics"), .product(name: "Logging", package: "swift-log"),
                .orderedCollections, "LiveProtocol", "Markup", "Templates", "Basics",
            ]),
        .target(
            name: "Scenarios",
            dependencies: [
                .product(name: "Yams", package: "Yams"), .orderedCollections, "Simulator", "Basics", "CLibrary",
            ]),
        .target(name: "TerminalUI", dependencies: ["Simulator", "Basics", "CLibrary", "CNcurses"]),
        // Floor 5: what an app imports.
        .target(
            name: "Viewfinder",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"), .orderedCollections,
                "LiveEngine", "Markup", "Templates", "Scenarios", "TerminalUI", "Basics", "CLibrary",
            ]
        ),
        .target(
            name: "LiveServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Logging", package: "swift-log"),
                .orderedCollections, "LiveEngine", "LiveProtocol", "Markup", "Basics", "CLibrary",
            ]),
        .target(
            name: "ViewfinderWeb",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"), "Viewfinder", "LiveRemote",
                "LiveServer", "LiveClient", "TerminalUI", "Basics", "CLibrary",
                .product(name: "Logging", package: "swift-log"),
            ]),
        // Floor 6: what tests of an app import.
        .target(
            name: "ViewfinderTesting",
            dependencies: [
                .orderedCollections, "Viewfinder", "Scenarios", "Simulator", "LiveEngine", "LiveClient", "LiveProtocol",
                "HTMLTree", "TextLayout", "Basics", "CLibrary",
            ]),
        // Floor 6: the gallery, with the commands `viewfinder` and `viewfinder-web`.
        .target(
            name: "Gallery", dependencies: ["Viewfinder"],
            resources: [
                .copy("Views/Flash/flash.html"),
                .copy("Views/Harbour/harbour.html"), .copy("Views/Harbour/harbour-layout.html"),
                .copy("Views/Harbour/harbour-macros.html"), .copy("Views/Harbour/harbour-ships.html"),
            ]),
        .executableTarget(name: "GalleryCommand", dependencies: ["Gallery", "Viewfinder"]),
        .executableTarget(name: "GalleryWebCommand", dependencies: ["Gallery", "ViewfinderWeb"]),
        // The program that the README shows in full; a test holds the two together.
        .executableTarget(name: "Greeter", dependencies: ["Viewfinder"], path: "Tests/Greeter"),

        // Views that misbehave, for tests of what a view may do to the program and the terminal.
        .executableTarget(name: "Rogue", dependencies: ["Viewfinder"], path: "Tests/Rogue"),

        // What several suites of tests need: programs run to their end, the files of the checkout.
        .target(name: "TestSupport", dependencies: ["LiveProtocol"], path: "Tests/TestSupport"),
        // Sessions recorded with real servers, and what a page of theirs shows in the end.
        .target(
            name: "RecordedSessions", dependencies: ["HTMLTree", "LiveClient", "LiveProtocol", "TestSupport"],
            path: "Tests/RecordedSessions"),

        .testTarget(name: "BasicsTests", dependencies: ["Basics", "CLibrary", "TestSupport"]),
        .testTarget(name: "HTMLTreeTests", dependencies: ["HTMLTree", "TestSupport"]),
        .testTarget(name: "LiveProtocolTests", dependencies: ["LiveProtocol", "TestSupport"]),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"]),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Markup", "Templates", "TestSupport"],
            exclude: ["Recorded", "Differential"]),
        .testTarget(
            name: "LiveEngineTests",
            dependencies: [
                "LiveEngine", "Markup", "Templates", "TestSupport",
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ]),
        .testTarget(
            name: "LiveClientTests", dependencies: ["LiveClient", "RecordedSessions", "TestSupport"],
            exclude: ["Coverage.md", "Browser/Cases", "Recorded/Cases"]),
        .testTarget(name: "TextLayoutTests", dependencies: ["TextLayout", "TestSupport"]),
        .testTarget(name: "SimulatorTests", dependencies: ["Simulator", "TestSupport"]),
        .testTarget(
            name: "ScenariosTests", dependencies: ["Scenarios", "LiveEngine", "Markup", "CLibrary", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"]),
        .testTarget(
            name: "GalleryTests",
            dependencies: [
                "Gallery", "Viewfinder", "HTMLTree", "LiveClient", "Simulator", "Scenarios", "TerminalUI",
                "TestSupport",
            ]),
        .testTarget(
            name: "ViewfinderTests", dependencies: ["Viewfinder", "ViewfinderTesting", "TerminalUI", "TestSupport"],
            exclude: ["Examples/Scenarios"]),
        .testTarget(
            name: "ViewfinderTestingTests", dependencies: ["ViewfinderTesting", "Gallery"], exclude: ["__snapshots__"]),
        .testTarget(
            name: "LiveRemoteTests",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOWebSocket", package: "swift-nio"),
                "LiveRemote", "LiveClient", "RecordedSessions", "TestSupport",
            ]),
        .testTarget(
            name: "LiveServerTests",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                "LiveServer", "LiveRemote", "LiveClient", "TestSupport",
            ]),
        .testTarget(
            name: "ViewfinderWebTests",
            dependencies: [
                "ViewfinderWeb", "Gallery", "Viewfinder", "Scenarios", "LiveRemote", "LiveServer", "TestSupport",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

extension Target.Dependency {
    static var orderedCollections: Self {
        .product(name: "OrderedCollections", package: "swift-collections")
    }
}
