// swift-tools-version: 6.2
import PackageDescription

// Stands apart from the main package, so that nobody who builds that builds this.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "Viewfinder", path: "../..")],
    targets: [
        .executableTarget(name: "Benchmarks", dependencies: [.product(name: "Viewfinder", package: "Viewfinder")])
    ],
    swiftLanguageModes: [.v6]
)
